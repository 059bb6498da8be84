package parley.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A parameter that is a mock, started before the method and stopped after it; of a method for all
 * tests of a class, before and after them. The parameter is a {@link StartedMock}, or its URL as a
 * {@code String} or a {@code URI}.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(MockExtension.class)
@SuppressWarnings("exports") // JUnit alone makes the extension.
public @interface ParleyMock {

  /** The mock's file, {@code NAME.mock.yaml}, from the folder in which the tests run. */
  String value();
}
