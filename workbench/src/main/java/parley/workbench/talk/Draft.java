package parley.workbench.talk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Message;
import parley.workbench.call.BadCall;
import parley.workbench.call.With;

/**
 * What is in the composer.
 *
 * @param content as it would stand in a file
 * @param tree whether JSON is a value of the file: it goes out compact, and a text in it that is
 *     one template as what that stands for
 */
record Draft(
    Kind kind,
    String content,
    boolean tree,
    Message.Wire wire,
    boolean compress,
    @Nullable String nameOrNull) {

  /** The kinds of messages, as files name them. */
  enum Kind {
    TEXT("text"),
    JSON("json"),
    XML("xml"),
    HEX("hex"),
    BASE64("base64"),
    FILE("file"),
    PING("ping"),
    CLOSE("close"),
    FRAME("frame"),
    BYTES("bytes");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    static Kind of(String word) {
      for (var kind : values()) {
        if (kind.word.equals(word)) {
          return kind;
        }
      }
      throw new BadCall("there is no kind of message " + word);
    }
  }

  /** As the page sends it, see {@code Draft}. */
  static Draft of(With with) {
    return new Draft(
        Kind.of(with.text("kind")),
        with.text("content"),
        with.flagIfAny("tree"),
        with.textIfAny("as").map(Draft::wire).orElse(Message.Wire.BY_KIND),
        !with.has("compress") || with.flag("compress"),
        with.textIfAny("name").filter(name -> !name.isEmpty()).orElse(null));
  }

  private static Message.Wire wire(String word) {
    return switch (word) {
      case "text" -> Message.Wire.TEXT;
      case "binary" -> Message.Wire.BINARY;
      default -> throw new BadCall("a message is sent as text or binary, not as " + word);
    };
  }

  Optional<String> name() {
    return Optional.ofNullable(nameOrNull);
  }
}
