package parley.engine.session;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import parley.engine.plan.ScriptPlan;
import parley.engine.plan.StepPlan;
import parley.model.value.Value;

/**
 * A script that is to be done, and all that it may look at.
 *
 * @param names of the variables that it may set
 * @param variables those that have a value
 * @param given what its moment brings, by the names that the script has for it: {@code message},
 *     {@code messages}, {@code request}, {@code result}, {@code connection}
 * @param seed of its random numbers
 * @param limit how long it may take
 */
public record ScriptCall(
    ScriptPlan script,
    StepPlan.Script.Moment moment,
    Set<String> names,
    Map<String, Value> variables,
    Value given,
    long seed,
    Duration limit) {

  /** How long a script may take that says nothing of it. */
  public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(5);

  public ScriptCall {
    names = Set.copyOf(names);
    variables = Map.copyOf(variables);
  }
}
