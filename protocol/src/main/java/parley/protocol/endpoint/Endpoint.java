package parley.protocol.endpoint;

import java.nio.ByteBuffer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.deflate.MessageDeflater;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.Opcode;
import parley.protocol.frame.PayloadBuffer;

/**
 * One side of an open WebSocket connection as a value: bytes and requests in, bytes and facts out
 * (RFC 6455, 5 to 8; RFC 7692). It knows no socket, clock or thread; all calls come from one.
 *
 * <pre>
 *   OPEN --Close sent--> CLOSE_SENT --Close came--> CLOSE_DONE --stream ended--> CLOSED
 *   OPEN --Close came, answered-------------------> CLOSE_DONE
 *   OPEN, CLOSE_SENT --rule broken--> FAILED --stream ended--> CLOSED
 *   every state --stream ended, reset, time out, abort--> CLOSED
 * </pre>
 */
public final class Endpoint {

  private enum State {
    OPEN,
    CLOSE_SENT,
    CLOSE_DONE,
    FAILED,
    CLOSED
  }

  private final EndpointOptions options;
  private final Wire wire;
  private final EndpointObserver observer;
  private final Incoming incoming;
  private final FrameWriter writer;

  private State state = State.OPEN;
  private Closure.Initiator initiator = Closure.Initiator.REMOTE;
  private @Nullable CloseStatus received;
  private @Nullable CloseStatus sent;
  private @Nullable Violation failure;
  private boolean dataAfterCloseReported;

  /**
   * An endpoint whose handshake is done.
   *
   * @param maskingKeys unpredictable numbers, one for each frame of a client (RFC 6455, 10.3)
   */
  public Endpoint(
      EndpointOptions options, Wire wire, IntSupplier maskingKeys, EndpointObserver observer) {
    this.options = options;
    this.wire = wire;
    this.observer = observer;
    incoming = new Incoming(options, observer, new Received());
    writer =
        new FrameWriter(
            options.role(),
            wire,
            maskingKeys,
            deflater(options.role(), options.deflateOrNull()),
            observer);
  }

  private static @Nullable MessageDeflater deflater(Role role, @Nullable DeflateParameters agreed) {
    if (agreed == null) {
      return null;
    }
    return role == Role.CLIENT
        ? new MessageDeflater(agreed.clientMaxWindowBits(), agreed.clientNoContextTakeover())
        : new MessageDeflater(agreed.serverMaxWindowBits(), agreed.serverNoContextTakeover());
  }

  /** Whether messages may be sent: no side has sent a Close frame and the stream has not ended. */
  public boolean isOpen() {
    return state == State.OPEN;
  }

  /** Takes bytes from the peer: all that remain in {@code in}, which are unmasked in place. */
  public void receive(ByteBuffer in) {
    while (isReceiving()) {
      if (!incoming.advance(in)) {
        return;
      }
    }
    discard(in);
  }

  private boolean isReceiving() {
    return state == State.OPEN || state == State.CLOSE_SENT;
  }

  private void discard(ByteBuffer in) {
    if (state == State.CLOSE_DONE && in.hasRemaining() && !dataAfterCloseReported) {
      dataAfterCloseReported = true;
      observer.violation(
          new Violation(Rule.DATA_AFTER_CLOSE, in.remaining() + " bytes after the Close frame"));
    }
    in.position(in.limit());
  }

  /** What came in and concerns the state of the connection. */
  private final class Received implements Incoming.Owner {

    @Override
    public void violation(Rule rule, String found) {
      report(rule, found);
    }

    @Override
    public void message(MessageAssembler message) {
      if (isReceiving()) {
        message.deliverTo(observer);
      }
    }

    @Override
    public void ping(PayloadBuffer payload) {
      if (options.autoPong() && state == State.OPEN) {
        writer.control(Opcode.PONG, payload.view()); // RFC 6455, 5.5.3: the same payload
      }
      observer.ping(payload.view());
    }

    @Override
    public void close(ByteBuffer body) {
      receiveClose(body);
    }
  }

  private void receiveClose(ByteBuffer body) {
    var status = CloseStatus.read(body);
    received = status;
    observer.closeReceived(status);
    judgeClose(body.remaining(), status);
    if (state == State.OPEN) {
      answerClose(status);
    }
    if (state == State.CLOSE_SENT) {
      finishCloseHandshake();
    }
  }

  private void judgeClose(int bodyBytes, CloseStatus status) {
    if (bodyBytes == 1) {
      report(Rule.CLOSE_BODY_TOO_SHORT, "a Close body of 1 byte");
    }
    if (bodyBytes > 1 && !status.code().isAllowedOnWire()) {
      report(Rule.CLOSE_CODE_INVALID, "close code " + status.code());
    }
    if (!status.reason().isUtf8()) {
      report(Rule.CLOSE_REASON_NOT_UTF8, "reason of " + status.reason());
    }
  }

  /** RFC 6455, 5.5.1: answer with a Close frame that echoes the code. */
  private void answerClose(CloseStatus status) {
    var mayEcho = status.equals(CloseStatus.NONE) || status.code().isAllowedOnWire();
    var code = mayEcho ? status.code() : CloseCode.PROTOCOL_ERROR;
    sendClose(CloseStatus.of(code).toBody());
  }

  /** RFC 6455, 7.1.1: the server ends the TCP connection first, the client waits for that. */
  private void finishCloseHandshake() {
    state = State.CLOSE_DONE;
    if (options.role() == Role.SERVER) {
      wire.end();
    } else {
      wire.awaitEnd();
    }
  }

  private void report(Rule rule, String found) {
    if (!isReceiving()) {
      return;
    }
    var violation = new Violation(rule, found);
    observer.violation(violation);
    if (options.policy() == Policy.STRICT || leavesNoWayOn(rule)) {
      fail(violation);
    }
  }

  private static boolean leavesNoWayOn(Rule rule) {
    return rule == Rule.MESSAGE_TOO_BIG
        || rule == Rule.LENGTH_TOP_BIT
        || rule == Rule.COMPRESSED_DATA_CORRUPT;
  }

  /** RFC 6455, 7.1.7: fail the connection, with a Close frame that says why. */
  private void fail(Violation violation) {
    failure = violation;
    if (state == State.OPEN) {
      initiator = Closure.Initiator.LOCAL;
      var rule = violation.rule();
      sendClose(CloseStatus.of(rule.closeCode(), rule.statement()).toBody());
    }
    if (state != State.CLOSED) {
      state = State.FAILED;
      wire.end();
    }
  }

  private void sendClose(Bytes body) {
    sent = CloseStatus.read(body.asBuffer());
    state = State.CLOSE_SENT;
    writer.control(Opcode.CLOSE, body.asBuffer());
  }

  /**
   * Sends what was asked for, also against the rules where {@link Outgoing} allows that.
   *
   * @return false when nothing was sent because the connection is closing or closed
   */
  public boolean send(Outgoing outgoing) {
    return switch (outgoing) {
      case Outgoing.Text(var payload, var framing) ->
          sendMessage(true, payload.asBuffer(), framing);
      case Outgoing.Binary(var payload, var framing) ->
          sendMessage(false, payload.asBuffer(), framing);
      case Outgoing.Ping(var payload) -> sendControl(Opcode.PING, payload);
      case Outgoing.Pong(var payload) -> sendControl(Opcode.PONG, payload);
      case Outgoing.Close(var body) -> close(body);
      case Outgoing.Frame frame -> sendFrame(frame);
      case Outgoing.Raw(var bytes) -> sendRaw(bytes);
    };
  }

  /**
   * Sends what remains in {@code payload} as one message, without keeping the buffer.
   *
   * @return false when nothing was sent because the connection is closing or closed
   */
  public boolean sendMessage(boolean text, ByteBuffer payload, Framing framing) {
    if (state == State.OPEN) {
      writer.message(text ? Opcode.TEXT : Opcode.BINARY, payload, framing);
      return true;
    }
    return false;
  }

  private boolean sendControl(Opcode opcode, Bytes payload) {
    if (state == State.OPEN) {
      writer.control(opcode, payload.asBuffer());
      return true;
    }
    return false;
  }

  private boolean close(Bytes body) {
    if (state != State.OPEN) {
      return false;
    }
    initiator = Closure.Initiator.LOCAL;
    sendClose(body);
    wire.awaitEnd();
    return true;
  }

  private boolean sendFrame(Outgoing.Frame frame) {
    if (!isReceiving()) {
      return false;
    }
    var startsClose = state == State.OPEN && frame.header().opcode() == Opcode.CLOSE;
    if (startsClose) {
      initiator = Closure.Initiator.LOCAL;
      sent = CloseStatus.read(frame.payload().asBuffer());
      state = State.CLOSE_SENT;
    }
    writer.frame(frame.header(), frame.payload().asBuffer());
    if (startsClose) {
      wire.awaitEnd();
    }
    return true;
  }

  private boolean sendRaw(Bytes bytes) {
    if (isReceiving()) {
      writer.raw(bytes.asBuffer());
      return true;
    }
    return false;
  }

  /** The peer's stream ended. */
  public void receiveEnd() {
    if (isReceiving()) {
      observer.violation(
          incoming.isBetweenFrames()
              ? new Violation(Rule.ENDED_WITHOUT_CLOSE, "end of stream")
              : new Violation(Rule.ENDED_WITHIN_FRAME, "end of stream"));
      wire.end();
    }
    finish(Closure.Ending.STREAM_END);
  }

  /** The connection was reset. */
  public void receiveReset() {
    finish(Closure.Ending.RESET);
  }

  /** The peer had its time to answer our Close frame, or to end the connection. */
  public void closeTimedOut() {
    if (state != State.OPEN) {
      finish(Closure.Ending.CLOSE_TIMEOUT);
    }
  }

  /** The peer had its time to answer our ping; the connection below is to be cut. */
  public void pongTimedOut() {
    beginEnding();
    finish(Closure.Ending.PONG_TIMEOUT);
  }

  /** The connection below is cut on our own wish, without a Close frame. */
  public void abort() {
    beginEnding();
    finish(Closure.Ending.ABORT);
  }

  private void beginEnding() {
    if (state == State.OPEN) {
      initiator = Closure.Initiator.LOCAL;
    }
  }

  private void finish(Closure.Ending event) {
    var ending =
        switch (state) {
          case OPEN, CLOSE_SENT -> event;
          case CLOSE_DONE -> Closure.Ending.CLOSE_HANDSHAKE;
          case FAILED -> Closure.Ending.VIOLATION;
          case CLOSED -> null;
        };
    if (ending == null) {
      return;
    }
    state = State.CLOSED;
    observer.closed(new Closure(ending, initiator, received, sent, failure));
  }

  /** Gives back the memory of compression; nothing may be sent or received afterwards. */
  public void release() {
    incoming.release();
    writer.release();
  }
}
