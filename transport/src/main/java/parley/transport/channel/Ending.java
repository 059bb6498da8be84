package parley.transport.channel;

import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The orderly end of a socket: all is written, our half is ended (TLS close_notify, then TCP FIN),
 * and what the peer still sends is read and thrown away until its half has ended too. Closing with
 * unread bytes would turn into a TCP reset, which may destroy our last words on their way. For the
 * loop's thread.
 */
final class Ending {

  private final DuplexChannel socket;
  private final Outbox outbox;
  private final ReadGate gate;
  private final Duration timeout;
  private final Runnable whenTimedOut;
  private @Nullable Future<?> timer;
  private boolean outputEnding;
  private boolean outputEnded;
  private boolean inputEnded;

  Ending(
      DuplexChannel socket, Outbox outbox, ReadGate gate, Duration timeout, Runnable whenTimedOut) {
    this.socket = socket;
    this.outbox = outbox;
    this.gate = gate;
    this.timeout = timeout;
    this.whenTimedOut = whenTimedOut;
  }

  /** Gives the peer the timeout to end the connection, counted from the first call. */
  void await() {
    if (timer == null) {
      timer = schedule();
    }
  }

  private Future<?> schedule() {
    return socket.eventLoop().schedule(this::timedOut, timeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void timedOut() {
    whenTimedOut.run();
    Cut.now(socket);
  }

  /** Ends our half once all is written. */
  void endOutput() {
    if (outputEnding) {
      return;
    }
    outputEnding = true;
    cancel();
    timer = schedule();
    gate.drain();
    outbox.whenWritten(_ -> endTls());
    outbox.flush();
  }

  private void endTls() {
    var tls = socket.pipeline().get(SslHandler.class);
    if (tls == null) {
      endTcp();
    } else {
      tls.closeOutbound().addListener(_ -> endTcp());
    }
  }

  private void endTcp() {
    outputEnded = true;
    if (inputEnded) {
      Cut.now(socket);
    } else {
      var _ = socket.shutdownOutput();
    }
  }

  /** The peer has ended its half. */
  void inputEnded() {
    inputEnded = true;
    if (outputEnded) {
      Cut.now(socket);
    } else {
      endOutput();
    }
  }

  void cancel() {
    if (timer != null) {
      timer.cancel(false);
    }
  }
}
