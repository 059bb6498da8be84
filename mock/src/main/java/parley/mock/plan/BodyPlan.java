package parley.mock.plan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.Compiling;
import parley.engine.plan.FileAccess;
import parley.engine.plan.MessagePlan;
import parley.engine.plan.Rendering;
import parley.model.collection.Content;
import parley.model.collection.Message;
import parley.model.collection.Mock;
import parley.model.collection.Source;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;

/**
 * The body of a refusal, compiled. One from a file is read at once, since nothing may be read while
 * a client waits on the mock's thread.
 */
sealed interface BodyPlan {

  /** What making a body came to. */
  sealed interface Body {

    record Ready(Bytes bytes) implements Body {}

    record Faulty(Verdict.Undecided why) implements Body {}
  }

  /** The bytes for a request. */
  Body render(Evaluation evaluation);

  /** Its media type, when it has one. */
  Optional<String> type();

  /** Bytes that are always the same. */
  record Fixed(Bytes bytes, @Nullable String typeOrNull) implements BodyPlan {

    static final Fixed NONE = new Fixed(Bytes.EMPTY, null);

    @Override
    public Body render(Evaluation evaluation) {
      return new Body.Ready(bytes);
    }

    @Override
    public Optional<String> type() {
      return Optional.ofNullable(typeOrNull);
    }
  }

  /** Made for each request. */
  record Made(MessagePlan message, String mediaType) implements BodyPlan {

    @Override
    public Body render(Evaluation evaluation) {
      return switch (evaluation.render(message)) {
        case Rendering.Ready(Outgoing.Text(var bytes, var _)) -> new Body.Ready(bytes);
        case Rendering.Ready(Outgoing.Binary(var bytes, var _)) -> new Body.Ready(bytes);
        case Rendering.Ready(var other) ->
            throw new IllegalStateException("a body is a text or bytes: " + other);
        case Rendering.NeedsFile(var path) ->
            throw new IllegalStateException("a body's file is read beforehand: " + path);
        case Rendering.Faulty(var at, var text) -> new Body.Faulty(new Verdict.Undecided(at, text));
      };
    }

    @Override
    public Optional<String> type() {
      return Optional.of(mediaType);
    }
  }

  static BodyPlan of(Mock.Reject reject, Compiling compiling) {
    return reject.body().map(body -> of(body, reject, compiling)).orElse(Fixed.NONE);
  }

  private static BodyPlan of(Content body, Mock.Reject reject, Compiling compiling) {
    if (body instanceof Content.File(var path)) {
      return new Fixed(file(path, compiling), "application/octet-stream");
    }
    var message = new Message(body, Message.Wire.BY_KIND, false, reject.at());
    return new Made(MessagePlan.of(message, ByteSize.of(0), compiling), type(body));
  }

  private static Bytes file(Source path, Compiling compiling) {
    if (path.hasTemplate()) {
      compiling.problem(
          path.at(), "`" + path + "`", "the path of a file, for a refusal's file is read once");
      return Bytes.EMPTY;
    }
    return switch (compiling.files().read(path)) {
      case FileAccess.Content.Read(var bytes) -> bytes;
      case FileAccess.Content.Unreadable(var why) -> {
        compiling.problem(path.at(), "`" + path + "`: " + why, "a file that can be read");
        yield Bytes.EMPTY;
      }
    };
  }

  private static String type(Content body) {
    return switch (body) {
      case Content.JsonValue _, Content.JsonBlock _ -> "application/json";
      case Content.Xml _ -> "application/xml";
      case Content.Text _ -> "text/plain; charset=utf-8";
      case Content.Hex _, Content.Base64 _, Content.File _ -> "application/octet-stream";
      case Content.Ping _, Content.Close _, Content.Frame _, Content.Raw _ ->
          "application/octet-stream";
    };
  }
}
