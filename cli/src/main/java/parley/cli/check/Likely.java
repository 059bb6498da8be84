package parley.cli.check;

import java.util.LinkedHashMap;
import java.util.Map;
import parley.engine.plan.Given;
import parley.model.value.Value;
import parley.workspace.Workspace;
import parley.workspace.data.Table;

/** What a run would give to a conversation, as far as its names go. */
final class Likely {

  /** No mock listens there; plans only need its kind. */
  private static final int ANY_PORT = 9001;

  private Likely() {}

  static Given given(Workspace workspace, Map<String, Value> variables) {
    var all = new LinkedHashMap<String, Value>();
    if (workspace.mock().isPresent()) {
      all.put("mock", Workspace.mockVariable(false, "127.0.0.1", ANY_PORT));
    }
    all.putAll(variables);
    return workspace.given(all);
  }

  /** The same, with variables for the columns of rows. */
  static Given given(Workspace workspace, Table rows, Map<String, Value> variables) {
    return given(workspace, variables).withColumns(rows.columns());
  }
}
