package parley.mock.server;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Framing;
import parley.protocol.endpoint.MessageView;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;
import parley.transport.connection.Connection;
import parley.transport.connection.ConnectionObserver;

/**
 * Sends each message of one connection back, on either side. Echoes that the peer does not read
 * hold back its next messages: the connection sees to that, and this for those that are delayed.
 */
public final class EchoObserver implements ConnectionObserver {

  /** How much may wait for its delay to pass before the peer is no longer read. */
  public static final ByteSize MAX_DELAYED = ByteSize.ofMegabytes(1);

  private final EchoBehaviour behaviour;
  private @Nullable Connection connection;
  private int echoes;
  private long delayedBytes;

  public EchoObserver(EchoBehaviour behaviour) {
    this.behaviour = behaviour;
  }

  @Override
  public void opened(Connection opened) {
    connection = opened;
    behaviour.closeAfter().ifPresent(time -> opened.schedule(time, () -> close(opened)));
  }

  private static void close(Connection connection) {
    connection.close(CloseStatus.of(CloseCode.NORMAL));
  }

  @Override
  public void message(MessageView message) {
    var open = connection;
    if (open == null) {
      throw new IllegalStateException("a message needs an open connection");
    }
    if (behaviour.delay().isZero()) {
      echo(open, message.isText(), message.payload());
    } else {
      echoLater(open, message.isText(), Bytes.copyOf(message.payload()));
    }
  }

  private void echo(Connection open, boolean text, ByteBuffer payload) {
    open.sendHere(text, payload, Framing.WHOLE);
    echoes++;
    if (behaviour.closeAfterMessages().filter(limit -> limit == echoes).isPresent()) {
      close(open);
    }
  }

  private void echoLater(Connection open, boolean text, Bytes payload) {
    delayed(open, payload.size());
    open.schedule(
        behaviour.delay(),
        () -> {
          delayed(open, -payload.size());
          echo(open, text, payload.asBuffer());
        });
  }

  private void delayed(Connection open, int changeBytes) {
    var wasFull = delayedBytes > MAX_DELAYED.bytes();
    delayedBytes += changeBytes;
    var isFull = delayedBytes > MAX_DELAYED.bytes();
    if (isFull && !wasFull) {
      open.pauseReading();
    } else if (wasFull && !isFull) {
      open.resumeReading();
    }
  }
}
