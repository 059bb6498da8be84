package parley.workspace;

import java.nio.file.Path;
import java.util.Map;
import parley.model.collection.Conversation;
import parley.model.value.Value;
import parley.workspace.data.DataFile;
import parley.workspace.data.Table;

/**
 * A conversation made ready to be talked by hand: of its data, the first row holds.
 *
 * @param row what that row sets; nothing without data, or when it cannot be read
 */
public record ByHand(Preparation preparation, Map<String, Value> row) {

  public ByHand {
    row = Map.copyOf(row);
  }

  /**
   * Prepares it. Blocks.
   *
   * @param variables over those of the files, with that of the mock where one is wanted
   */
  public static ByHand prepare(Path file, Workspace workspace, Map<String, Value> variables) {
    var table = table(file, workspace);
    var given = workspace.given(variables).withColumns(table.columns());
    return new ByHand(workspace.prepare(file, given), first(table));
  }

  /** What the first row of a conversation's data sets; nothing without data. Blocks. */
  public static Map<String, Value> row(Path file, Workspace workspace) {
    return first(table(file, workspace));
  }

  private static Map<String, Value> first(Table table) {
    return table.rows().isEmpty() ? Map.of() : table.rows().getFirst();
  }

  private static Table table(Path file, Workspace workspace) {
    return workspace
        .conversation(file)
        .flatMap(Conversation::data)
        .map(data -> DataFile.read(data, workspace.access()))
        .map(outcome ->
            outcome instanceof DataFile.Outcome.Read(var table) ? table : Table.ONE_EMPTY_ROW)
        .orElse(Table.ONE_EMPTY_ROW);
  }
}
