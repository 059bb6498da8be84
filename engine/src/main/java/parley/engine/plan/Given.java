package parley.engine.plan;

import java.util.List;
import java.util.Map;
import parley.model.value.Value;

/**
 * What comes to a conversation from outside its files.
 *
 * @param secrets the lines of {@code .env}: variables of their names, and in {@code env}
 * @param environment the process's variables, in {@code env}, where they win over the secrets
 * @param variables such as those of {@code --var}, which win over those of the files
 * @param columns names of the variables that each row of data sets; their values come when a
 *     session starts
 */
public record Given(
    Map<String, String> secrets,
    Map<String, String> environment,
    Map<String, Value> variables,
    List<String> columns) {

  /** Nothing. */
  public static final Given NOTHING = new Given(Map.of(), Map.of(), Map.of(), List.of());

  public Given {
    secrets = Map.copyOf(secrets);
    environment = Map.copyOf(environment);
    variables = Map.copyOf(variables);
    columns = List.copyOf(columns);
  }

  @Override
  public String toString() {
    return "Given[secrets=%s, variables=%s, columns=%s]"
        .formatted(secrets.keySet(), variables.keySet(), columns);
  }
}
