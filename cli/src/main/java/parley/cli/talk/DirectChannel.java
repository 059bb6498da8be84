package parley.cli.talk;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import parley.model.connection.ConnectSpec;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Outgoing;
import parley.transport.connect.Connector;
import parley.transport.connect.Cookies;
import parley.transport.connection.Connection;
import parley.transport.connection.Delivery;
import parley.transport.record.Recorder;
import parley.transport.record.TranscriptClock;

/** A connection as the command line describes it. */
public final class DirectChannel implements Channel {

  private final Connector connector;
  private final ConnectSpec spec;
  private final Cookies cookies;
  private final Recorder.Detail detail;
  private volatile @Nullable Connection connection;
  private @Nullable Recorder recorder;

  /** Not connected yet. */
  public DirectChannel(Connector connector, ConnectSpec spec, Cookies cookies, View view) {
    this.connector = connector;
    this.spec = spec;
    this.cookies = cookies;
    this.detail = new Recorder.Detail(view.frames(), view.json());
  }

  @Override
  public void open(Listener listener, TranscriptClock clock) {
    var made = new Recorder(clock, detail, listener::entry, opened -> connection = opened);
    recorder = made;
    var _ = connector.connect(spec, cookies, made).thenAccept(listener::attempted);
  }

  private Optional<Connection> connection() {
    return Optional.ofNullable(connection);
  }

  @Override
  public CompletableFuture<Boolean> send(Outgoing message) {
    var made = Optional.ofNullable(recorder).orElseThrow();
    return made.send(connection().orElseThrow(), message)
        .thenApply(delivery -> delivery == Delivery.WRITTEN);
  }

  @Override
  public void close(CloseStatus status) {
    connection().orElseThrow().close(status);
  }

  @Override
  public void pauseReading() {
    connection().ifPresent(Connection::pauseReading);
  }

  @Override
  public void resumeReading() {
    connection().ifPresent(Connection::resumeReading);
  }
}
