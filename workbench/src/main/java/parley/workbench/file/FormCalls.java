package parley.workbench.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import parley.files.format.FileKind;
import parley.files.layout.Formatter;
import parley.files.problem.Problems;
import parley.files.yaml.Pointer;
import parley.files.yaml.YamlDocument;
import parley.files.yaml.YamlReader;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;
import parley.workbench.call.BadCall;
import parley.workbench.call.Json;
import parley.workbench.call.With;
import parley.workbench.form.AssertEdits;
import parley.workbench.form.AuthEdits;
import parley.workbench.form.Changed;
import parley.workbench.form.Draft;
import parley.workbench.form.MessageEdits;
import parley.workbench.form.PageEdits;
import parley.workbench.form.PageValues;
import parley.workbench.form.PastedRows;
import parley.workbench.form.ProxyEdits;
import parley.workbench.form.Row;
import parley.workbench.form.RowEdits;
import parley.workbench.form.SettingEdits;
import parley.workbench.form.StepEdits;
import parley.workbench.form.Table;

/** The calls that change what a file says, as changes of its document. */
final class FormCalls {

  private static final int MAX_INDEX = 10_000_000;

  private final MessageTexts texts;

  FormCalls(MessageTexts texts) {
    this.texts = texts;
  }

  /** What a call makes of a document. */
  interface FormCall {
    Changed on(FileKind kind, YamlDocument document, With with);
  }

  /** All, by their names. */
  Map<String, FormCall> all() {
    var all = new LinkedHashMap<String, FormCall>();
    all.put("file.edit", (kind, now, with) -> PageEdits.apply(kind, now, with.list("edits")));
    all.put("file.row", FormCalls::row);
    all.put("file.paste", FormCalls::paste);
    all.put("file.set", FormCalls::set);
    all.put("file.auth", FormCalls::auth);
    all.put("file.proxy", FormCalls::proxy);
    all.put("file.message", (_, now, with) -> message(now, with));
    all.put("file.step", (_, now, with) -> step(now, with));
    all.put("file.assert", (_, now, with) -> check(now, with));
    all.put("file.format", (_, now, _) -> formatted(now));
    return all;
  }

  private static Changed row(FileKind kind, YamlDocument document, With with) {
    var table = Table.of(with.text("table"));
    var at = with.has("at") ? Optional.of(pointer(with)) : Optional.<Pointer>empty();
    if (!with.has("row")) {
      return RowEdits.remove(document, at.orElseThrow(() -> new BadCall("`at` is missing")));
    }
    var given = with.map("row");
    var row = new Row(given.text("name").strip(), given.text("value"), given.flag("enabled"));
    return at.isPresent()
        ? RowEdits.change(kind, document, table, at.get(), row)
        : RowEdits.add(kind, document, table, row);
  }

  private static Pointer pointer(With with) {
    return PageValues.pointer(with.list("at"));
  }

  private static Changed paste(FileKind kind, YamlDocument document, With with) {
    var table = Table.of(with.text("table"));
    var rows = PastedRows.of(table, with.text("text"));
    return rows.isEmpty()
        ? new Changed.Refused(
            "There is no row in what was pasted.", "Write `Name: value` on each line.")
        : RowEdits.paste(kind, document, table, rows);
  }

  private static Changed set(FileKind kind, YamlDocument document, With with) {
    var name = with.text("name");
    return with.has("value")
        ? SettingEdits.put(kind, document, name, with.text("value"))
        : SettingEdits.remove(kind, document, name);
  }

  private static Changed auth(FileKind kind, YamlDocument document, With with) {
    if (!with.has("kind")) {
      return AuthEdits.remove(document);
    }
    return AuthEdits.put(kind, document, with.text("kind"), values(with));
  }

  private static Changed proxy(FileKind kind, YamlDocument document, With with) {
    return with.has("value")
        ? ProxyEdits.put(kind, document, values(with))
        : ProxyEdits.remove(document);
  }

  private static Map<String, String> values(With with) {
    var given = with.map("value");
    var values = new LinkedHashMap<String, String>();
    given.fields().keySet().forEach(name -> values.put(name, given.text(name)));
    return values;
  }

  private static Changed message(YamlDocument document, With with) {
    if (with.has("at")) {
      return MessageEdits.change(document, pointer(with), Draft.of(with.map("message")));
    }
    if (!with.has("index")) {
      return MessageEdits.add(document, Draft.of(with.map("message")));
    }
    var index = with.count("index", MAX_INDEX);
    return with.has("message")
        ? MessageEdits.change(document, index, Draft.of(with.map("message")))
        : MessageEdits.remove(document, index);
  }

  private static Changed step(YamlDocument document, With with) {
    var at = pointer(with);
    if (with.has("texts")) {
      return StepEdits.insert(document, at, with.texts("texts"));
    }
    if (!with.has("text")) {
      return StepEdits.remove(document, at);
    }
    return with.flagIfAny("insert")
        ? StepEdits.insert(document, at, with.text("text"))
        : StepEdits.replace(document, at, with.text("text"));
  }

  /** A check of a value in a message that a log holds. */
  private Changed check(YamlDocument document, With with) {
    var text = texts.text(with.text("session"), with.number("position"));
    if (text.isPresent() && JsonReader.read(text.get()) instanceof JsonReading.Read(var message)) {
      return AssertEdits.add(document, message, with.text("pointer"));
    }
    return new Changed.Refused(
        "The message is no JSON, so there is no value in it.",
        "Write a check of its `text` in the steps.");
  }

  private static Changed formatted(YamlDocument document) {
    var text = document.source().withText(Formatter.format(document));
    return new Changed.Done(YamlReader.read(text, new Problems()).orElseThrow());
  }

  /** With where the new part stands. */
  static Value withPlace(Value state, Changed.Done done) {
    if (done.at().isEmpty() || !(state instanceof Value.Fields(var fields))) {
      return state;
    }
    var at = done.at().get();
    var placed = Json.object();
    fields.forEach(placed::put);
    placed.put("at", PageValues.pointer(at));
    if (at.parts().size() == 2 && at.last() instanceof Pointer.Part.Index(var index)) {
      placed.put("index", index);
    }
    return placed.value();
  }
}
