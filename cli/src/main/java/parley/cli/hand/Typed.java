package parley.cli.hand;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.cli.talk.MessageMaker;
import parley.model.collection.Content;
import parley.model.collection.Message;
import parley.model.collection.Source;
import parley.model.collection.Step;
import parley.protocol.frame.ByteSize;
import parley.runner.hand.HandVerb;

/** The step that a typed line is. */
public final class Typed {

  private Typed() {}

  /** A message with templates in it. */
  public static HandVerb template(String line, MessageMaker maker) {
    return modifiers -> {
      var content = new Content.Text(new Source(line, modifiers.at()));
      var wire = maker.kind() == MessageMaker.Kind.BINARY ? Message.Wire.BINARY : Message.Wire.TEXT;
      var message = new Message(content, wire, true, modifiers.at());
      return new Step.Send(
          new Step.What.Inline(message),
          List.of(),
          null,
          Duration.ZERO,
          fragment(maker),
          modifiers);
    };
  }

  private static @Nullable ByteSize fragment(MessageMaker maker) {
    var size = maker.framing().fragment();
    return size.bytes() == 0 ? null : size;
  }
}
