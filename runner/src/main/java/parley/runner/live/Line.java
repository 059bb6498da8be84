package parley.runner.live;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import parley.engine.session.Event;
import parley.model.connection.Attempt;
import parley.model.connection.ConnectSpec;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.MessageView;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.transport.connect.Connector;
import parley.transport.connect.Cookies;
import parley.transport.connection.Connection;
import parley.transport.connection.ConnectionObserver;
import parley.transport.connection.Delivery;
import parley.transport.connection.ObserverPair;
import parley.transport.record.Recorder;

/**
 * One connection of a session, from the wish to open it to its end; the next try is another line of
 * the same number. For the connector's thread.
 *
 * <pre>
 *   opening --Attempted--> open --Ended--> ended
 *   opening --Attempted: refused or failed, or given up--> ended
 * </pre>
 */
final class Line implements ConnectionObserver {

  static final String NOT_OPEN = "the connection is not open";

  /** As many as transport waits for; older ones are never answered. */
  private static final int MAX_PINGS = 64;

  private final int number;
  private final String name;
  private final Transcript transcript;
  private final SessionDriver driver;
  private final @Nullable Recorder recorder;
  private final ArrayDeque<Bytes> pings = new ArrayDeque<>();
  private @Nullable CompletableFuture<Attempt> opening;
  private @Nullable Connection connection;
  private @Nullable Duration roundTrip;
  private boolean ended;

  Line(int number, String name, Transcript transcript, SessionDriver driver) {
    this.number = number;
    this.name = name;
    this.transcript = transcript;
    this.driver = driver;
    recorder = transcript.recorder(name).orElse(null);
  }

  void open(Connector connector, ConnectSpec spec, Cookies cookies) {
    var attempt =
        connector.connect(
            spec, cookies, recorder == null ? this : new ObserverPair(recorder, this));
    opening = attempt;
    var _ = attempt.whenComplete(this::attempted);
  }

  private void attempted(@Nullable Attempt attempt, @Nullable Throwable fault) {
    opening = null;
    if (attempt != null) {
      transcript.attempted(name, attempt);
      driver.deliver(new Event.Attempted(number, attempt));
    } else if (fault != null && !(fault instanceof CancellationException)) {
      driver.fail(fault);
    }
  }

  void send(Outgoing outgoing, long ticket) {
    var open = connection;
    if (open == null) {
      transcript.unsent(name, outgoing, NOT_OPEN);
      driver.deliver(new Event.Unsent(ticket, NOT_OPEN));
      return;
    }
    if (outgoing instanceof Outgoing.Ping(var payload)) {
      expectPong(payload);
    }
    var _ = sent(open, outgoing).thenAccept(delivery -> delivered(delivery, ticket));
  }

  private void expectPong(Bytes payload) {
    if (pings.size() == MAX_PINGS) {
      pings.remove();
    }
    pings.add(payload);
  }

  private CompletableFuture<Delivery> sent(Connection open, Outgoing outgoing) {
    return recorder == null ? open.send(outgoing) : recorder.send(open, outgoing);
  }

  private void delivered(Delivery delivery, long ticket) {
    driver.deliver(
        switch (delivery) {
          case WRITTEN -> new Event.Written(ticket);
          case LOST ->
              new Event.Unsent(ticket, "the connection ended before all of it was written");
          case REFUSED ->
              new Event.Unsent(ticket, ended ? "the connection had ended" : "the close had begun");
        });
  }

  /** Resets the connection, or gives up opening it. */
  void abort() {
    if (connection != null) {
      connection.abort();
    } else if (opening != null) {
      transcript.notice(name, "connecting was given up");
      opening.cancel(false);
    }
  }

  /** Reads nothing more from the peer until {@link #resume}. */
  void pause() {
    if (connection != null) {
      connection.pauseReading();
    }
  }

  void resume() {
    if (connection != null) {
      connection.resumeReading();
    }
  }

  @Override
  public void opened(Connection open) {
    connection = open;
    driver.openedLine(this);
  }

  @Override
  public void message(MessageView message) {
    driver.deliverMessage(number, transcript.messageNumber(), message.isText(), message.payload());
  }

  @Override
  public void pingAnswered(Bytes payload, Duration measured) {
    roundTrip = measured;
  }

  /** Only after this is the pong in the transcript. */
  @Override
  public void pong(ByteBuffer payload) {
    var measured = roundTrip;
    roundTrip = null;
    var copy = Bytes.copyOf(payload);
    if (measured != null && isOurs(copy)) {
      driver.deliver(new Event.Pong(number, copy, measured));
    }
  }

  /** Whether the session sent that ping, and not the keep-alive; earlier ones are answered too. */
  private boolean isOurs(Bytes payload) {
    if (!pings.contains(payload)) {
      return false;
    }
    while (!pings.remove().equals(payload)) {
      // RFC 6455, 5.5.3: a pong may answer only the latest ping.
    }
    return true;
  }

  /** The other side will take nothing more. */
  @Override
  public void closeReceived(CloseStatus status) {
    driver.deliver(new Event.Ending(number));
  }

  @Override
  public void delivered(Outgoing outgoing, Delivery delivery) {
    if (delivery != Delivery.WRITTEN) {
      driver.deliver(new Event.Ending(number));
    }
  }

  @Override
  public void closed(Closure closure) {
    ended = true;
    driver.deliver(new Event.Ended(number, closure));
  }
}
