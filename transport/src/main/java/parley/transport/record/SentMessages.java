package parley.transport.record;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import parley.model.transcript.Entry;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.Opcode;

/**
 * Matches the frames that went out with what was announced, so that a message sent is reported with
 * its last frame, as it was before compression. Things are announced by one thread and frames by
 * the connection's.
 */
final class SentMessages {

  /** A message whose last frame went out. */
  record Done(boolean text, Bytes payload, Entry.Carriage carriage) {}

  /**
   * Something announced.
   *
   * @param awaited whether it will be told what became of it
   */
  record Letter(Outgoing outgoing, boolean awaited) {

    private boolean begins(FrameHeader header, ByteBuffer payload) {
      return switch (outgoing) {
        case Outgoing.Text _, Outgoing.Binary _ -> !header.opcode().isControl();
        case Outgoing.Frame(var own, _) -> own.opcode() == header.opcode();
        case Outgoing.Ping(var own) -> header.opcode() == Opcode.PING && isSame(own, payload);
        case Outgoing.Pong(var own) -> header.opcode() == Opcode.PONG && isSame(own, payload);
        case Outgoing.Close(var own) -> header.opcode() == Opcode.CLOSE && isSame(own, payload);
        case Outgoing.Raw _ -> false;
      };
    }

    private static boolean isSame(Bytes own, ByteBuffer payload) {
      return own.asBuffer().equals(payload);
    }

    private boolean isMessage() {
      return outgoing instanceof Outgoing.Text || outgoing instanceof Outgoing.Binary;
    }
  }

  private final Queue<Letter> expected = new ConcurrentLinkedQueue<>();
  private int frames;
  private long wireBytes;
  private boolean compressed;

  /** This is about to be sent, and it will be told what became of it. */
  void await(Outgoing outgoing) {
    expected.add(new Letter(outgoing, true));
  }

  /** This is about to be posted: of that, only messages need to be known. */
  void expect(Outgoing outgoing) {
    switch (outgoing) {
      case Outgoing.Text _, Outgoing.Binary _ -> expected.add(new Letter(outgoing, false));
      case Outgoing.Frame(var header, var _) when !header.opcode().isControl() ->
          expected.add(new Letter(outgoing, false));
      case Outgoing.Frame _,
          Outgoing.Ping _,
          Outgoing.Pong _,
          Outgoing.Close _,
          Outgoing.Raw _ -> {}
    }
  }

  /** What the frame belongs to; nothing when it was not announced, as a pong by itself. */
  @Nullable Letter letterOf(FrameHeader header, ByteBuffer payload) {
    var first = expected.peek();
    return first != null && first.begins(header, payload) ? first : null;
  }

  /** What bytes belong to that are no frame. */
  @Nullable Letter letterOfRaw() {
    var first = expected.peek();
    return first != null && first.outgoing() instanceof Outgoing.Raw ? expected.remove() : null;
  }

  /** A frame of {@code letter} went out; gives the message that it completes. */
  Optional<Done> frameSent(@Nullable Letter letter, FrameHeader header, int payloadBytes) {
    if (letter == null) {
      return Optional.empty();
    }
    if (!letter.isMessage()) {
      expected.remove();
      return Optional.empty();
    }
    count(header, payloadBytes);
    if (!header.fin()) {
      return Optional.empty();
    }
    expected.remove();
    var carriage = new Entry.Carriage(frames, wireBytes, compressed);
    return Optional.of(
        new Done(
            letter.outgoing() instanceof Outgoing.Text,
            Entry.Unsent.payloadOf(letter.outgoing()),
            carriage));
  }

  private void count(FrameHeader header, int payloadBytes) {
    if (header.opcode() != Opcode.CONTINUATION) {
      frames = 0;
      wireBytes = 0;
      compressed = header.rsv1();
    }
    frames++;
    wireBytes += payloadBytes;
  }

  /** It was refused, so that no frame of it will come. */
  @SuppressWarnings("ReferenceEquality") // That very one, not another one with the same content.
  void forget(Outgoing outgoing) {
    var first = expected.peek();
    if (first != null && first.outgoing() == outgoing) {
      expected.remove();
    }
  }
}
