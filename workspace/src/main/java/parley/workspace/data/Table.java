package parley.workspace.data;

import java.util.List;
import java.util.Map;
import parley.model.value.Value;

/**
 * Rows of variables.
 *
 * @param columns the names, each once
 * @param rows each with a value for every column
 */
public record Table(List<String> columns, List<Map<String, Value>> rows) {

  /** One run, with no variables. */
  public static final Table ONE_EMPTY_ROW = new Table(List.of(), List.of(Map.of()));

  public Table {
    columns = List.copyOf(columns);
    rows = rows.stream().map(Map::copyOf).toList();
  }
}
