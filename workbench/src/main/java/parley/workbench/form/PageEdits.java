package parley.workbench.form;

import java.util.List;
import parley.files.format.FileKind;
import parley.files.format.KeyOrder;
import parley.files.yaml.Edit;
import parley.files.yaml.Editor;
import parley.files.yaml.YamlDocument;
import parley.model.value.Value;
import parley.workbench.call.BadCall;
import parley.workbench.call.With;

/** The edits that a page gives one by one. */
public final class PageEdits {

  private static final int MAX_PLACE = 10_000_000;

  private PageEdits() {}

  /** Applies them, one after the other. */
  public static Changed apply(FileKind kind, YamlDocument document, List<Value> edits) {
    var changed = document;
    for (var edit : edits) {
      changed = Editor.apply(changed, edit(kind, changed, With.of(edit)));
    }
    return new Changed.Done(changed);
  }

  private static Edit edit(FileKind kind, YamlDocument document, With with) {
    var at = PageValues.pointer(with.list("at"));
    return switch (with.text("op")) {
      case "put" -> KeyOrder.put(kind, document, at, PageValues.yaml(with.value("value")));
      case "write" -> KeyOrder.put(kind, document, at, PageValues.written(with.text("text")));
      case "add" -> new Edit.Add(at, PageValues.yaml(with.value("value")));
      case "insert" -> new Edit.Insert(at, PageValues.yaml(with.value("value")));
      case "move" -> new Edit.Move(at, with.count("to", MAX_PLACE));
      case "remove" -> new Edit.Prune(at);
      case "rename" -> new Edit.Rename(at, with.text("to"));
      default -> throw new BadCall("no edit: " + with.text("op"));
    };
  }
}
