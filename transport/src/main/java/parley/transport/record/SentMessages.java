package parley.transport.record;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import parley.model.transcript.Entry;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.Opcode;

/**
 * Matches the frames that went out with the messages they carry, so that a message sent is reported
 * when its last frame is written, as it was before compression. Messages are announced by one
 * thread and frames by the connection's.
 */
final class SentMessages {

  /** A message whose last frame went out. */
  record Done(boolean text, Bytes payload, Entry.Carriage carriage) {}

  private final Queue<Outgoing> expected = new ConcurrentLinkedQueue<>();
  private int frames;
  private long wireBytes;
  private boolean compressed;

  /** This is about to be handed to the connection. */
  void expect(Outgoing outgoing) {
    switch (outgoing) {
      case Outgoing.Text _, Outgoing.Binary _ -> expected.add(outgoing);
      case Outgoing.Frame(var header, var _) when !header.opcode().isControl() ->
          expected.add(outgoing);
      case Outgoing.Frame _,
          Outgoing.Ping _,
          Outgoing.Pong _,
          Outgoing.Close _,
          Outgoing.Raw _ -> {}
    }
  }

  /** A data frame went out; gives the message that it completes. */
  Optional<Done> frameSent(FrameHeader header, int payloadBytes) {
    var message = expected.peek();
    return switch (message) {
      case null -> Optional.empty();
      case Outgoing.Frame _ -> {
        expected.remove();
        yield Optional.empty();
      }
      case Outgoing.Text(var payload, var _) -> frameOf(true, payload, header, payloadBytes);
      case Outgoing.Binary(var payload, var _) -> frameOf(false, payload, header, payloadBytes);
      case Outgoing.Ping _, Outgoing.Pong _, Outgoing.Close _, Outgoing.Raw _ ->
          throw new IllegalStateException("only data frames are expected: " + message);
    };
  }

  private Optional<Done> frameOf(
      boolean text, Bytes payload, FrameHeader header, int payloadBytes) {
    if (header.opcode() != Opcode.CONTINUATION) {
      frames = 0;
      wireBytes = 0;
      compressed = header.rsv1();
    }
    frames++;
    wireBytes += payloadBytes;
    if (!header.fin()) {
      return Optional.empty();
    }
    expected.remove();
    return Optional.of(new Done(text, payload, new Entry.Carriage(frames, wireBytes, compressed)));
  }
}
