package parley.mock.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import parley.model.connection.WsUrl;
import parley.transport.connection.ConnectionObserver;
import parley.transport.connection.ObserverPair;
import parley.transport.listen.Listener;
import parley.transport.listen.ServerIdentity;
import parley.transport.listen.UpgradeAnswer;
import parley.transport.listen.UpgradeRequest;

/** A server that sends every message back, on every path. */
public final class EchoServer implements AutoCloseable {

  private final EchoSpec spec;
  private final Function<UpgradeRequest, ConnectionObserver> watchers;
  private final Listener listener;

  private EchoServer(EchoSpec spec, Function<UpgradeRequest, ConnectionObserver> watchers)
      throws IOException {
    this.spec = spec;
    this.watchers = watchers;
    listener = Listener.open(spec.listen(), this::answer);
  }

  /**
   * Binds the address and begins to serve.
   *
   * @throws IOException when the address cannot be bound
   */
  public static EchoServer open(EchoSpec spec) throws IOException {
    return open(spec, _ -> new ConnectionObserver() {});
  }

  /**
   * The same, and {@code watchers} gives each connection an observer that sees what happens before
   * it is echoed. It is called on the listener's thread and must not block.
   *
   * @throws IOException when the address cannot be bound
   */
  public static EchoServer open(
      EchoSpec spec, Function<UpgradeRequest, ConnectionObserver> watchers) throws IOException {
    return new EchoServer(spec, watchers);
  }

  private UpgradeAnswer answer(UpgradeRequest request) {
    return new UpgradeAnswer.Accept(
        subprotocol(request.head().listed("Sec-WebSocket-Protocol")).orElse(null),
        spec.deflate(),
        List.of(),
        new ObserverPair(watchers.apply(request), new EchoObserver(spec.behaviour())));
  }

  /** RFC 6455, 4.2.2: the first of the client's list that the server supports. */
  private Optional<String> subprotocol(List<String> offered) {
    var supported = spec.subprotocols();
    return offered.stream()
        .filter(name -> supported.isEmpty() || supported.contains(name))
        .findFirst();
  }

  public InetSocketAddress address() {
    return listener.address();
  }

  /** What a client connects to. */
  public WsUrl url() {
    var address = address();
    var secure = spec.listen().tls().isPresent();
    return new WsUrl(secure, address.getAddress().getHostAddress(), address.getPort(), "/");
  }

  /** The certificate that a client has to trust, as PEM; empty without TLS. */
  public Optional<String> certificatePem() {
    return spec.listen().tls().map(ServerIdentity::toPem);
  }

  /** Closes all connections with 1001 and waits until they have ended, within the close timeout. */
  @Override
  public void close() {
    listener.close();
  }
}
