package parley.workbench.file;

import java.io.IOException;
import java.util.Optional;
import parley.files.format.FileKind;
import parley.files.problem.Problems;
import parley.files.yaml.YamlDocument;
import parley.files.yaml.YamlReader;
import parley.files.yaml.YamlText;
import parley.protocol.frame.Bytes;
import parley.workbench.call.Answer;
import parley.workbench.call.Answer.Code;
import parley.workbench.call.Json;
import parley.workbench.call.With;
import parley.workbench.form.Changed;

/** One change of a file: made on what the page has seen, or refused with a reason. */
record FileChange(OpenFile file, String key) {

  /** What a change makes of a document. */
  interface Edit {
    Changed on(FileKind kind, YamlDocument document);
  }

  /** What became of it. */
  sealed interface Outcome {

    /** The file says what was wanted. */
    record Done(Changed.Done changed) implements Outcome {}

    /** It does not, and is as it was. */
    record Refused(Answer answer) implements Outcome {}
  }

  /**
   * Makes a change of a form.
   *
   * @throws IOException when the file cannot be written; it is then as it was
   */
  Outcome edit(With with, Edit edit) throws IOException {
    var version = with.text("version");
    if (!version.equals(file.version())) {
      return new Outcome.Refused(conflict());
    }
    if (file.content().isEmpty() && file.wasThere()) {
      return new Outcome.Refused(gone());
    }
    var kind = FileKind.of(file.path());
    var text = FileView.text(file.path(), file.content().orElse(Bytes.EMPTY));
    var problems = new Problems();
    var document = YamlReader.read(editable(text), problems);
    if (kind.isEmpty() || document.isEmpty()) {
      return new Outcome.Refused(noForm(problems));
    }
    return changed(version, edit, kind.get(), document.get());
  }

  private Outcome changed(String version, Edit edit, FileKind kind, YamlDocument document)
      throws IOException {
    Changed changed;
    try {
      changed = edit.on(kind, document);
    } catch (IllegalArgumentException stale) {
      return new Outcome.Refused(
          Answer.refuse(
              Code.INVALID,
              "'" + key + "' cannot be changed so: " + stale.getMessage() + ".",
              "Look at what stands there now."));
    }
    return switch (changed) {
      case Changed.Refused(var text, var hint) ->
          new Outcome.Refused(
              hint.isEmpty()
                  ? Answer.refuse(Code.INVALID, text)
                  : Answer.refuse(Code.INVALID, text, hint));
      case Changed.Done done ->
          refusal(file.save(version, Bytes.of(done.document().source().encode())))
              .<Outcome>map(Outcome.Refused::new)
              .orElseGet(() -> new Outcome.Done(done));
    };
  }

  private Answer gone() {
    return Answer.refuse(
        Code.MISSING, "'" + key + "' is gone from disk.", "Write it again in its File tab first.");
  }

  /** A file that says nothing yet is an empty map. */
  static YamlText editable(YamlText text) {
    var said =
        text.text().lines().anyMatch(line -> !line.isBlank() && !line.strip().startsWith("#"));
    return said ? text : text.withText(text.text().stripTrailing() + lineEnd(text) + "{}\n");
  }

  private static String lineEnd(YamlText text) {
    return text.text().isBlank() ? "" : "\n";
  }

  private Answer noForm(Problems problems) {
    return problems.sorted().stream()
        .findFirst()
        .map(first ->
            Answer.refuse(
                Code.INVALID,
                "'%s' cannot be changed here while line %d is wrong: found %s, expected %s."
                    .formatted(key, first.at().line(), first.found(), first.expected()),
                "Mend that line in the File tab first."))
        .orElseGet(() ->
            Answer.refuse(
                Code.INVALID, "'" + key + "' has no forms.", "Change its text in the File tab."));
  }

  /**
   * Makes the file hold a text.
   *
   * @throws IOException when it cannot be written; it is then as it was
   */
  Optional<Answer> write(With with, String text) throws IOException {
    var mark = file.content().filter(now -> FileView.text(file.path(), now).hasMark()).isPresent();
    var source = new YamlText(file.path(), text, mark);
    return refusal(file.save(with.text("version"), Bytes.of(source.encode())));
  }

  Optional<Answer> refusal(OpenFile.Outcome outcome) {
    return switch (outcome) {
      case OpenFile.Outcome.Done _ -> Optional.empty();
      case OpenFile.Outcome.Conflict _ -> Optional.of(conflict());
      case OpenFile.Outcome.Nothing _ ->
          Optional.of(
              Answer.refuse(
                  Code.INVALID, "There is no change of '" + key + "' to go back or forth to."));
    };
  }

  /** Nothing is written; the page has both texts then. */
  Answer conflict() {
    var gone = file.content().isEmpty();
    var text = FileView.text(file.path(), file.content().orElse(Bytes.EMPTY)).text();
    var theirs =
        Json.object().put("theirs", text).put("version", file.version()).put("gone", gone).value();
    return new Answer.Refusal(
        Code.CONFLICT,
        "'" + key + "' has " + (gone ? "vanished from" : "changed on") + " disk meanwhile.",
        "Nothing was written: take what is there now, or do it again on top of it.",
        theirs);
  }
}
