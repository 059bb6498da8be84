package parley.engine.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.model.value.Value;

/**
 * What comes to a conversation from outside its files.
 *
 * @param secrets the lines of {@code .env}: variables of their names, and in {@code env}
 * @param environment the process's variables, in {@code env}, where they win over the secrets
 * @param variables such as those of {@code --var}, which win over those of the files
 * @param columns names of the variables that each row of data sets; their values come when a
 *     session starts
 * @param prepared names of the variables that {@code before-all} of the folders above brings; only
 *     what a conversation says itself, and what is nearer, wins over them
 * @param handed names of the variables that the files before it in a suite bring; only {@code
 *     --var}, a row and steps win over them
 */
public record Given(
    Map<String, String> secrets,
    Map<String, String> environment,
    Map<String, Value> variables,
    List<String> columns,
    Set<String> prepared,
    Set<String> handed) {

  /** Nothing. */
  public static final Given NOTHING = new Given(Map.of(), Map.of(), Map.of(), List.of());

  public Given {
    secrets = Map.copyOf(secrets);
    environment = Map.copyOf(environment);
    variables = Map.copyOf(variables);
    columns = List.copyOf(columns);
    prepared = Set.copyOf(prepared);
    handed = Set.copyOf(handed);
  }

  /** Without anything that others bring. */
  public Given(
      Map<String, String> secrets,
      Map<String, String> environment,
      Map<String, Value> variables,
      List<String> columns) {
    this(secrets, environment, variables, columns, Set.of(), Set.of());
  }

  /** The same with rows of data. */
  public Given withColumns(List<String> names) {
    return new Given(secrets, environment, variables, names, prepared, handed);
  }

  /** The same with what others bring. */
  public Given bringing(Set<String> byHooks, Set<String> byFiles) {
    return new Given(secrets, environment, variables, columns, byHooks, byFiles);
  }

  @Override
  public String toString() {
    return "Given[secrets=%s, variables=%s, columns=%s]"
        .formatted(secrets.keySet(), variables.keySet(), columns);
  }
}
