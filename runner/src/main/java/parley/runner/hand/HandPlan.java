package parley.runner.hand;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import parley.engine.plan.ConnectionPlan;
import parley.engine.plan.FileAccess;
import parley.engine.plan.Plan;
import parley.engine.session.ScriptRunner;
import parley.model.value.Value;

/**
 * What a session by hand goes by.
 *
 * @param file of the conversation; paths in given steps are relative to its folder
 * @param row values of the variables that a row of its data sets
 * @param scripts does its scripts, or none
 */
public record HandPlan(
    Path file, Plan plan, Map<String, Value> row, FileAccess access, ScriptRunner scripts) {

  public HandPlan {
    row = Map.copyOf(row);
  }

  /** All connections by their names, the main one first; its name is empty. */
  public List<String> connections() {
    return plan.connections().stream().map(ConnectionPlan::name).toList();
  }
}
