package parley.model.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Position;
import parley.model.transcript.Direction;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;

/** One thing that a snapshot keeps of a connection. */
public sealed interface Kept {

  /** The connection's name, empty for the main one. */
  String connection();

  /** Where it stands. */
  Position at();

  /** Whether it is that very one, and not another that says the same. */
  @SuppressWarnings("ReferenceEquality")
  default boolean is(@Nullable Kept other) {
    return this == other;
  }

  /**
   * A message.
   *
   * @param masks that hold for it alone
   */
  record Message(
      Direction direction, String connection, Content content, List<Mask> masks, Position at)
      implements Kept {
    public Message {
      masks = List.copyOf(masks);
    }
  }

  /**
   * The other side ended the connection.
   *
   * @param code 1006 when it did so without a Close frame
   */
  record Closed(String connection, int code, String reason, Position at) implements Kept {}

  /** What a message consists of. */
  sealed interface Content {

    /** Text that is JSON. */
    record Json(Value value) implements Content {}

    /** Other text. */
    record Text(String text) implements Content {}

    record Binary(Bytes bytes) implements Content {}
  }
}
