package parley.cli.hand;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.cli.hand.HandSession.Verb;
import parley.cli.talk.MessageMaker;
import parley.model.collection.CloseWith;
import parley.model.collection.Content;
import parley.model.collection.Message;
import parley.model.collection.Modifiers;
import parley.model.collection.Source;
import parley.model.collection.Step;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;

/** The steps that typed lines are. */
public final class Typed {

  private Typed() {}

  /** A message with templates in it. */
  public static Verb template(String line, MessageMaker maker) {
    return modifiers -> {
      var content = new Content.Text(new Source(line, modifiers.at()));
      var wire = maker.kind() == MessageMaker.Kind.BINARY ? Message.Wire.BINARY : Message.Wire.TEXT;
      var message = new Message(content, wire, true, modifiers.at());
      return send(new Step.What.Inline(message), fragment(maker), modifiers);
    };
  }

  private static @Nullable ByteSize fragment(MessageMaker maker) {
    var size = maker.framing().fragment();
    return size.bytes() == 0 ? null : size;
  }

  /** A saved message. */
  public static Verb saved(String name) {
    return modifiers ->
        send(new Step.What.Saved(new Source(name, modifiers.at())), null, modifiers);
  }

  private static Step send(Step.What what, @Nullable ByteSize fragment, Modifiers modifiers) {
    return new Step.Send(what, List.of(), null, Duration.ZERO, fragment, modifiers);
  }

  /** A ping, whose pong is waited for. */
  public static Verb ping(Bytes payload) {
    return modifiers -> new Step.Ping(new Source(payload.toText(), modifiers.at()), modifiers);
  }

  /** A TCP reset. */
  public static Verb reset() {
    return Step.Reset::new;
  }

  /** A close as it was said, without templates. */
  public static Verb close(CloseStatus status) {
    var none = status.code().equals(CloseCode.NO_STATUS) && status.reason().isEmpty();
    var reason = status.reason().toText().replace("{{", "\\{{");
    return modifiers ->
        new Step.Close(
            new CloseWith(
                none ? null : status.code().value(),
                reason.isEmpty() ? null : new Source(reason, modifiers.at())),
            modifiers);
  }
}
