package parley.transport.channel;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.EndpointObserver;
import parley.protocol.endpoint.MessageView;
import parley.protocol.endpoint.Violation;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.FrameView;
import parley.protocol.frame.Opcode;
import parley.transport.connection.ConnectionObserver;

/** Hands an endpoint's events on to the user's observer and takes the times of pings on the way. */
final class ObserverTap implements EndpointObserver {

  private final ConnectionObserver observer;
  private final PingLedger pings;
  private final Runnable beforeClosed;
  private final Consumer<Closure> whenClosed;

  ObserverTap(
      ConnectionObserver observer,
      PingLedger pings,
      Runnable beforeClosed,
      Consumer<Closure> whenClosed) {
    this.observer = observer;
    this.pings = pings;
    this.beforeClosed = beforeClosed;
    this.whenClosed = whenClosed;
  }

  @Override
  public void frameStarted(FrameView header) {
    observer.frameStarted(header);
  }

  @Override
  public void framePayload(ByteBuffer chunk) {
    observer.framePayload(chunk);
  }

  @Override
  public void frameEnded(FrameView header) {
    observer.frameEnded(header);
  }

  @Override
  public void frameSent(FrameHeader header, ByteBuffer payload) {
    if (header.opcode() == Opcode.PING) {
      pings.sent(Bytes.copyOf(payload));
    }
    observer.frameSent(header, payload);
  }

  @Override
  public void rawSent(ByteBuffer bytes) {
    observer.rawSent(bytes);
  }

  @Override
  public void message(MessageView message) {
    observer.message(message);
  }

  @Override
  public void ping(ByteBuffer payload) {
    observer.ping(payload);
  }

  @Override
  public void pong(ByteBuffer payload) {
    var copy = Bytes.copyOf(payload);
    pings.answered(copy).ifPresent(roundTrip -> observer.pingAnswered(copy, roundTrip));
    observer.pong(payload);
  }

  @Override
  public void closeReceived(CloseStatus status) {
    observer.closeReceived(status);
  }

  @Override
  public void violation(Violation violation) {
    observer.violation(violation);
  }

  @Override
  public void closed(Closure closure) {
    try {
      beforeClosed.run();
      observer.closed(closure);
    } finally {
      whenClosed.accept(closure);
    }
  }
}
