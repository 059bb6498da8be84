package parley.transport.connection;

import java.util.Map;
import java.util.Optional;

/**
 * What connections are told of the program around them.
 *
 * @param variables the environment, of which those are heeded that curl heeds, too
 * @param passphrases asks for the passphrases of keys
 */
public record Surroundings(Map<String, String> variables, Passphrases passphrases) {

  /** An empty environment, and nobody to ask. */
  public static final Surroundings NONE = of(Map.of());

  public Surroundings {
    variables = Map.copyOf(variables);
  }

  /** An environment, and nobody to ask. */
  public static Surroundings of(Map<String, String> variables) {
    return new Surroundings(variables, Passphrases.NOBODY);
  }

  /** A variable that is set and not empty. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  @Override
  public String toString() {
    return "Surroundings";
  }
}
