package parley.workbench.talk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.files.format.Format;
import parley.files.problem.Problems;
import parley.files.shape.Reading;
import parley.files.yaml.YamlReader;
import parley.files.yaml.YamlText;
import parley.model.collection.CloseWith;
import parley.model.collection.Content;
import parley.model.collection.Message;
import parley.model.collection.Position;
import parley.model.collection.SavedMessage;
import parley.model.collection.Source;
import parley.model.collection.Step;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.runner.hand.HandSteps;
import parley.runner.hand.HandVerb;
import parley.workbench.collection.ProblemJson;

/** Makes of a draft the step that sends it; templates in it are those of files. */
final class DraftMessage {

  private static final Pattern CLOSE =
      Pattern.compile("\\s*(\\d{1,5})?(?:\\s+(.*))?", Pattern.DOTALL);
  private static final int MAX_CODE = 65_535;

  private DraftMessage() {}

  /** What making the step came to. */
  sealed interface Made {

    record Ready(HandVerb verb) implements Made {}

    /** It is none. */
    record Wrong(String text, String hint) implements Made {}
  }

  /**
   * Reads it.
   *
   * @param file of the conversation; a path in the draft is relative to its folder
   */
  static Made read(Draft draft, Path file) {
    var at = new Position(file, 1, 1);
    var text = new Source(draft.content(), at);
    return switch (draft.kind()) {
      case TEXT -> of(draft, new Content.Text(text), at);
      case JSON -> of(draft, json(draft, text), at);
      case XML -> of(draft, new Content.Xml(text), at);
      case HEX -> of(draft, new Content.Hex(text), at);
      case BASE64 -> of(draft, new Content.Base64(text), at);
      case FILE -> file(draft, at);
      case PING -> of(draft, new Content.Ping(text), at);
      case CLOSE -> close(draft, at);
      case FRAME -> frame(draft, at);
      case BYTES -> of(draft, new Content.Raw(text), at);
    };
  }

  /** What is no JSON is no value either: it goes out as it stands, and would be saved so. */
  private static Content json(Draft draft, Source text) {
    return draft.tree() && JsonReader.read(text.text()) instanceof JsonReading.Read(var value)
        ? new Content.JsonValue(JsonTree.of(value, text.at()))
        : new Content.JsonBlock(text);
  }

  private static Made of(Draft draft, Content content, Position at) {
    return of(new Message(content, draft.wire(), draft.compress(), at));
  }

  private static Made of(Message message) {
    return new Made.Ready(HandSteps.send(new Step.What.Inline(message)));
  }

  private static Made file(Draft draft, Position at) {
    var path = draft.content().strip();
    return path.isEmpty()
        ? new Made.Wrong("No file is chosen.", "A path relative to the conversation's folder.")
        : of(draft, new Content.File(new Source(path, at)), at);
  }

  private static Made close(Draft draft, Position at) {
    var said = CLOSE.matcher(draft.content());
    if (!said.matches() || (said.group(1) == null && said.group(2) != null)) {
      return wrongClose(draft.content());
    }
    var code = Optional.ofNullable(said.group(1)).map(Integer::valueOf);
    if (code.filter(value -> value > MAX_CODE).isPresent()) {
      return wrongClose(draft.content());
    }
    var reason =
        Optional.ofNullable(said.group(2))
            .filter(text -> !text.isEmpty())
            .map(text -> new Source(text, at));
    return of(draft, new Content.Close(new CloseWith(code.orElse(null), reason.orElse(null))), at);
  }

  private static Made wrongClose(String found) {
    return new Made.Wrong(
        "Found '%s', expected a close code and a reason.".formatted(found.strip()),
        "Such as 1000 bye; the code is a number up to 65535.");
  }

  /** A frame is written as in a file, so the reader of files reads it. */
  private static Made frame(Draft draft, Position at) {
    var yaml = "messages:\n  - name: draft\n    frame:\n" + draft.content().strip().indent(6);
    var problems = new Problems();
    var read = messages(new YamlText(at.file(), yaml, false), problems);
    return problems.sorted().stream()
        .filter(one -> one.at().line() > 1)
        .findFirst()
        .<Made>map(one ->
            new Made.Wrong(
                "The frame: " + ProblemJson.text(one) + ".",
                one.hint().orElse("Such as { fin: false, opcode: text, payload: hello }")))
        .or(() -> read.stream().findFirst().map(saved -> of(saved.message())))
        .orElse(
            new Made.Wrong(
                "The frame cannot be read.",
                "Such as { fin: false, opcode: text, payload: hello }"));
  }

  private static List<SavedMessage> messages(YamlText text, Problems problems) {
    var reading = Reading.of(text, Reading.Scope.CONVERSATION, problems);
    return YamlReader.read(text, problems)
        .flatMap(document -> Format.CONVERSATION.read(document.root(), reading))
        .map(one -> one.messages())
        .orElse(List.of());
  }
}
