package parley.model.collection;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place to run against.
 *
 * @param variables what {@code {{name}}} stands for there
 * @param mockOrNull a mock to start first
 */
public record Environment(
    Path file, String name, List<Variable> variables, @Nullable Source mockOrNull) {

  public Environment {
    variables = List.copyOf(variables);
  }

  /** The mock to start. */
  public Optional<Source> mock() {
    return Optional.ofNullable(mockOrNull);
  }
}
