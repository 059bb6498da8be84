package parley.interop;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import parley.model.connection.Attempt;
import parley.model.connection.ConnectSpec;
import parley.model.connection.TlsSpec;
import parley.model.connection.WsUrl;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.MessageView;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.transport.connect.Connector;
import parley.transport.connection.Connection;
import parley.transport.connection.ConnectionObserver;

/** Parley's own client, which trusts the one certificate. */
final class ParleyClient implements PeerClient {

  private final Connector connector = new Connector();
  private final Path certificate;
  private BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private @Nullable Connection connection;
  private @Nullable Heard opening;

  ParleyClient(Path certificate) {
    this.certificate = certificate;
  }

  @Override
  public void open(URI url, List<String> subprotocols, Deflate deflate) {
    heard = new LinkedBlockingQueue<>();
    var spec =
        ConnectSpec.to(valid(url))
            .subprotocols(subprotocols)
            .deflateOffers(deflate.wanted() ? List.of(deflate.toOffer()) : List.of())
            .tls(TlsSpec.DEFAULT.withAuthorities(List.of(certificate)))
            .build();
    var ears = new Ears(heard);
    var attempt = connector.connect(spec, ears).join();
    connection = ears.connection;
    opening = outcome(attempt);
  }

  private static WsUrl valid(URI url) {
    return switch (WsUrl.parse(url.toString())) {
      case WsUrl.Parsed.Valid valid -> valid.url();
      case WsUrl.Parsed.Invalid(var problem) -> throw new IllegalArgumentException(problem);
    };
  }

  private static Heard outcome(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Open open ->
          new Heard.Opened(
              open.subprotocol().orElse(""),
              open.answer().first("Sec-WebSocket-Extensions").orElse(""));
      case Attempt.Rejected rejected -> new Heard.Failed(rejected.toString());
      case Attempt.Failed failed -> new Heard.Failed(failed.toString());
    };
  }

  @Override
  public void text(String... parts) {
    post(parts.length == 1 ? Outgoing.text(parts[0]) : ObeyingObserver.inFragments(parts));
  }

  @Override
  public void binary(Bytes payload) {
    post(Outgoing.binary(payload));
  }

  @Override
  public void ping(String payload) {
    post(new Outgoing.Ping(Bytes.utf8(payload)));
  }

  @Override
  public void close(int code, String reason) {
    post(Outgoing.close(CloseStatus.of(new CloseCode(code), reason)));
  }

  private void post(Outgoing outgoing) {
    if (connection == null) {
      throw new IllegalStateException("not open");
    }
    connection.post(outgoing);
  }

  @Override
  public Heard next() {
    var first = opening;
    if (first != null) {
      opening = null;
      return first;
    }
    return Deadline.next(heard, () -> "The connection: " + connection);
  }

  @Override
  public void close() {
    connector.close();
  }

  private static final class Ears implements ConnectionObserver {
    private final BlockingQueue<Heard> heard;
    private volatile @Nullable Connection connection;

    private Ears(BlockingQueue<Heard> heard) {
      this.heard = heard;
    }

    @Override
    public void opened(Connection opened) {
      connection = opened;
    }

    @Override
    public void message(MessageView message) {
      var payload = Bytes.copyOf(message.payload());
      heard.add(message.isText() ? new Heard.Text(payload.toText()) : new Heard.Binary(payload));
    }

    @Override
    public void ping(ByteBuffer payload) {
      heard.add(new Heard.Ping(Bytes.copyOf(payload).toText()));
    }

    @Override
    public void pong(ByteBuffer payload) {
      heard.add(new Heard.Pong(Bytes.copyOf(payload).toText()));
    }

    @Override
    public void closed(Closure closure) {
      var reason = closure.received().map(status -> status.reason().toText()).orElse("");
      heard.add(new Heard.Closed(closure.code().value(), reason));
    }
  }
}
