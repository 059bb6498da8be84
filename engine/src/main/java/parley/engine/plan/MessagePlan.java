package parley.engine.plan;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import parley.engine.expression.NoScope;
import parley.engine.expression.Scope;
import parley.model.collection.Content;
import parley.model.collection.Message;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Framing;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;

/** A message, compiled: immutable, shared by all sessions; bytes that never change made once. */
public final class MessagePlan {

  private final PayloadPlan payload;
  private final Form form;
  private final @Nullable Rendering constant;

  private MessagePlan(PayloadPlan payload, Form form) {
    this.payload = payload;
    this.form = form;
    this.constant =
        payload instanceof PayloadPlan.Constant(var bytes) && form.isConstant()
            ? form.wrap(bytes, new NoScope())
            : null;
  }

  private MessagePlan(Outgoing ready) {
    payload = new PayloadPlan.Constant(Bytes.EMPTY);
    form = new Form.Raw();
    constant = new Rendering.Ready(ready);
  }

  /** What is put around a payload. */
  private sealed interface Form {

    record Text(Framing framing) implements Form {}

    record Binary(Framing framing) implements Form {}

    record Ping() implements Form {}

    record Close(int code) implements Form {}

    record Frame(FramePlan frame) implements Form {}

    record Raw() implements Form {}

    default boolean isConstant() {
      return !(this instanceof Frame(var frame)) || frame.isConstant();
    }

    default Rendering wrap(Bytes payload, Scope scope) {
      return switch (this) {
        case Text(var framing) -> new Rendering.Ready(new Outgoing.Text(payload, framing));
        case Binary(var framing) -> new Rendering.Ready(new Outgoing.Binary(payload, framing));
        case Ping _ -> new Rendering.Ready(new Outgoing.Ping(payload));
        case Close close -> new Rendering.Ready(new Outgoing.Close(close(close.code(), payload)));
        case Frame(var frame) -> frame.render(payload, scope);
        case Raw _ -> new Rendering.Ready(new Outgoing.Raw(payload));
      };
    }

    /** RFC 6455, 5.5.1: a reason stands behind a code, 1000 unless said. */
    private static Bytes close(int code, Bytes reason) {
      if (code == NO_CODE && reason.isEmpty()) {
        return Bytes.EMPTY;
      }
      return CloseStatus.bodyOf(code == NO_CODE ? CloseCode.NORMAL : new CloseCode(code), reason);
    }
  }

  private static final int NO_CODE = -1;

  /**
   * Compiles {@code message}; what is wrong with it goes to {@code compiling}.
   *
   * @param fragment the largest payload of one frame; zero for one frame whatever the size
   */
  public static MessagePlan of(Message message, ByteSize fragment, Compiling compiling) {
    var framing = Framing.WHOLE.withFragment(fragment).withCompress(message.compress());
    return new MessagePlan(
        PayloadPlan.of(message.content(), compiling), form(message, framing, compiling));
  }

  /** A message that needs nothing any more. */
  static MessagePlan ready(Outgoing outgoing) {
    return new MessagePlan(outgoing);
  }

  private static Form form(Message message, Framing framing, Compiling compiling) {
    return switch (message.content()) {
      case Content.Ping _ -> new Form.Ping();
      case Content.Close(var with) -> new Form.Close(with.code().orElse(NO_CODE));
      case Content.Frame(var parts) -> new Form.Frame(FramePlan.of(parts, compiling));
      case Content.Raw _ -> new Form.Raw();
      case Content.Hex _ -> form(message.wire(), false, framing);
      case Content.Base64 _ -> form(message.wire(), false, framing);
      case Content.File _ -> form(message.wire(), false, framing);
      case Content.Text _ -> form(message.wire(), true, framing);
      case Content.JsonValue _ -> form(message.wire(), true, framing);
      case Content.JsonBlock _ -> form(message.wire(), true, framing);
      case Content.Xml _ -> form(message.wire(), true, framing);
    };
  }

  private static Form form(Message.Wire wire, boolean textByKind, Framing framing) {
    return switch (wire) {
      case BY_KIND -> textByKind ? new Form.Text(framing) : new Form.Binary(framing);
      case TEXT -> new Form.Text(framing);
      case BINARY -> new Form.Binary(framing);
    };
  }

  /** The message as it is in {@code scope}. */
  public Rendering render(Scope scope) {
    return constant == null ? made(scope) : constant;
  }

  private Rendering made(Scope scope) {
    return switch (payload.make(scope)) {
      case Payload.Ready(var bytes) -> form.wrap(bytes, scope);
      case Payload.NeedsFile(var path) -> new Rendering.NeedsFile(path);
      case Payload.Faulty(var at, var text) -> new Rendering.Faulty(at, text);
    };
  }

  /** The message with {@code file} as what stands in the file that it needs. */
  public Rendering render(Scope scope, Bytes file) {
    return form.wrap(file, scope);
  }

  /** The slots of the variables it uses. */
  public BitSet slots() {
    var slots = payload.slots();
    if (form instanceof Form.Frame(var frame)) {
      slots.or(frame.slots());
    }
    return slots;
  }
}
