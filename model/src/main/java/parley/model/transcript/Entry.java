package parley.model.transcript;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.connection.AddressTry;
import parley.model.connection.Attempt;
import parley.model.connection.Stage;
import parley.model.connection.TlsFacts;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.endpoint.Violation;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.Opcode;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;

/** One thing that happened on a connection or on the way to it. */
public sealed interface Entry {

  Moment at();

  /**
   * A stage of connecting began.
   *
   * @param subject the name to look up, the address to connect to, the name to ask for by TLS, or
   *     the target to ask for
   */
  record Phase(Moment at, Stage stage, String subject) implements Entry {}

  /** An address answered or did not. */
  record Tried(Moment at, AddressTry address) implements Entry {}

  record Secured(Moment at, TlsFacts facts) implements Entry {}

  record HandshakeSent(Moment at, RequestHead head) implements Entry {}

  record HandshakeReceived(Moment at, ResponseHead head) implements Entry {}

  record Opened(Moment at, Attempt.Open attempt) implements Entry {}

  record Refused(Moment at, Attempt.Rejected attempt) implements Entry {}

  record Failed(Moment at, Attempt.Failed attempt) implements Entry {}

  /**
   * A whole message.
   *
   * @param text whether it is text; else it is binary
   * @param payload inflated
   */
  record Message(Moment at, Direction direction, boolean text, Bytes payload, Carriage carriage)
      implements Entry {}

  /**
   * How a message travelled.
   *
   * @param frames how many frames carried it
   * @param wireBytes the payload as it was on the wire, without frame headers
   */
  record Carriage(int frames, long wireBytes, boolean compressed) {}

  /**
   * One frame.
   *
   * @param payload the first of its payload's bytes, unmasked and not inflated
   */
  record Frame(Moment at, Direction direction, FrameHeader header, Bytes payload)
      implements Entry {}

  /** Bytes that are no frame. */
  record Raw(Moment at, Direction direction, Bytes bytes) implements Entry {}

  record Ping(Moment at, Direction direction, Bytes payload) implements Entry {}

  /**
   * A pong.
   *
   * @param roundTripOrNull the time since the ping that it answers; null when it answers none
   */
  record Pong(Moment at, Direction direction, Bytes payload, @Nullable Duration roundTripOrNull)
      implements Entry {

    public Optional<Duration> roundTrip() {
      return Optional.ofNullable(roundTripOrNull);
    }
  }

  /** A Close frame. */
  record Close(Moment at, Direction direction, CloseStatus status) implements Entry {}

  /**
   * A message that was given to a connection and not written to it, or not all of it.
   *
   * @param opcodeOrNull the one that it would have had; null for a frame by hand and for bytes that
   *     are no frame
   * @param payload all of it, as it would have been sent
   * @param why a clause
   */
  record Unsent(Moment at, @Nullable Opcode opcodeOrNull, Bytes payload, String why)
      implements Entry {

    /** What was to be sent, and was not. */
    public static Unsent of(Moment at, Outgoing outgoing, String why) {
      return new Unsent(at, opcodeOrNull(outgoing), payloadOf(outgoing), why);
    }

    private static @Nullable Opcode opcodeOrNull(Outgoing outgoing) {
      return switch (outgoing) {
        case Outgoing.Text _ -> Opcode.TEXT;
        case Outgoing.Binary _ -> Opcode.BINARY;
        case Outgoing.Ping _ -> Opcode.PING;
        case Outgoing.Pong _ -> Opcode.PONG;
        case Outgoing.Close _ -> Opcode.CLOSE;
        case Outgoing.Frame _, Outgoing.Raw _ -> null;
      };
    }

    /** What something to be sent carries: the payload, or the bytes themselves. */
    public static Bytes payloadOf(Outgoing outgoing) {
      return switch (outgoing) {
        case Outgoing.Text(var payload, _) -> payload;
        case Outgoing.Binary(var payload, _) -> payload;
        case Outgoing.Ping(var payload) -> payload;
        case Outgoing.Pong(var payload) -> payload;
        case Outgoing.Close(var body) -> body;
        case Outgoing.Frame(_, var payload) -> payload;
        case Outgoing.Raw(var bytes) -> bytes;
      };
    }

    public Optional<Opcode> opcode() {
      return Optional.ofNullable(opcodeOrNull);
    }

    /** Whether its payload is meant to be read. */
    public boolean isText() {
      return opcode()
          .filter(one -> one == Opcode.TEXT || (one.isControl() && payload.isUtf8()))
          .isPresent();
    }
  }

  /** The peer broke a rule. */
  record Broken(Moment at, Violation violation) implements Entry {}

  /**
   * A connection that was lost will be opened again.
   *
   * @param attempt of {@code attempts}, from 1
   * @param delay until then
   * @param why what ended the connection, or what came of the try before; a clause or a sentence
   */
  record Retry(Moment at, int attempt, int attempts, Duration delay, String why) implements Entry {}

  /** The connection has ended. */
  record Closed(Moment at, Closure closure) implements Entry {}

  /** Something that Parley has to say, in whole sentences. */
  record Notice(Moment at, String text) implements Entry {}
}
