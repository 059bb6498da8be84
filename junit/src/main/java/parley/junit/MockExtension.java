package parley.junit;

import java.lang.reflect.Parameter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the mocks that parameters name; JUnit closes them with their context. */
final class MockExtension implements ParameterResolver {

  private static final Namespace MOCKS = Namespace.create(MockExtension.class);
  private static final Set<Class<?>> TYPES = Set.of(StartedMock.class, String.class, URI.class);

  MockExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.isAnnotated(ParleyMock.class)
        && TYPES.contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var file = parameter.findAnnotation(ParleyMock.class).orElseThrow().value();
    var mock =
        context
            .getStore(MOCKS)
            .computeIfAbsent(file, name -> StartedMock.start(Path.of(name)), StartedMock.class);
    return as(parameter.getParameter(), mock);
  }

  private static Object as(Parameter parameter, StartedMock mock) {
    if (parameter.getType().equals(String.class)) {
      return mock.url();
    }
    return parameter.getType().equals(URI.class) ? mock.uri() : mock;
  }
}
