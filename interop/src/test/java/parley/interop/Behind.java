package parley.interop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.model.connection.Attempt;
import parley.model.connection.ConnectSpec;
import parley.model.connection.KeepAlive;
import parley.model.connection.TlsSpec;
import parley.model.connection.WsUrl;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.MessageView;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.report.Advice;
import parley.transport.connect.Connector;
import parley.transport.connection.Connection;
import parley.transport.connection.ConnectionObserver;
import parley.transport.listen.ListenSpec;

/**
 * What stands behind a {@link FrontServer}, an echo and a silent server, and who asks before it.
 */
final class Behind implements AutoCloseable {

  private static final ConnectionObserver QUIET = new ConnectionObserver() {};

  /** A silence that the short timeouts of the configurations do not bear. */
  private static final Duration SILENCE = Duration.ofMillis(900);

  private final Path folder;
  private final EchoServer echo = EchoServer.open(EchoSpec.of(ListenSpec.local().build()));
  private final ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Connector connector = new Connector();
  private final TlsSpec trusting;
  final int port = FrontServer.freePort();
  final int securePort = FrontServer.freePort();

  Behind(Path folder) throws IOException {
    this.folder = folder;
    var identity = Identity.in(folder);
    Files.copy(identity.certificate(), folder.resolve("server.pem"));
    Files.copy(identity.key(), folder.resolve("server.key"));
    var both = Files.readString(identity.certificate()) + Files.readString(identity.key());
    Files.writeString(folder.resolve("server-and-key.pem"), both);
    trusting = TlsSpec.DEFAULT.withAuthorities(List.of(identity.certificate()));
  }

  /** The configuration of the document {@code right}, and the one beside this class. */
  String configuration(String right, String wrong) throws IOException {
    return (FrontServer.documented(right) + resource(wrong))
        .replaceAll("[ :]+8080\\b", " 127.0.0.1:" + port)
        .replaceAll("[ :]+8443\\b", " 127.0.0.1:" + securePort)
        .replace("127.0.0.1:9001", "127.0.0.1:" + echo.address().getPort())
        .replace("127.0.0.1:9002", "127.0.0.1:" + silent.getLocalPort())
        .replace("FOLDER", folder.toString());
  }

  private static String resource(String name) throws IOException {
    try (var in = Behind.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  WsUrl socket(String name, String target) {
    return WsUrl.ofSocket(false, folder.resolve(name), target);
  }

  /** The status or the cause, and what Parley says to do. */
  String outcome(WsUrl url, Header... headers) {
    return switch (connector.connect(spec(url).headers(List.of(headers)).build(), QUIET).join()) {
      case Attempt.Open _ -> "open";
      case Attempt.Rejected rejected ->
          rejected.answer().status() + ": " + String.join("; ", Advice.of(rejected));
      case Attempt.Failed failed -> failed.cause() + ": " + String.join("; ", Advice.of(failed));
    };
  }

  private ConnectSpec.Builder spec(WsUrl url) {
    return ConnectSpec.to(url).tls(trusting).connectTimeout(Duration.ofSeconds(20));
  }

  /** What comes back of a message. */
  String echoed(WsUrl url) {
    var heard = new CompletableFuture<String>();
    var talk =
        new ConnectionObserver() {
          @Override
          public void opened(Connection opened) {
            opened.post(Outgoing.text("hi"));
          }

          @Override
          public void message(MessageView message) {
            heard.complete(Bytes.copyOf(message.payload()).toText());
          }
        };
    connector.connect(spec(url).build(), talk).join();
    return heard.orTimeout(Deadline.SECONDS_AT_MOST, TimeUnit.SECONDS).join();
  }

  /** How a connection ends on which nothing is said but pings, or that it does not. */
  String afterSilence(WsUrl url, boolean pings) throws Exception {
    var closed = new CompletableFuture<Closure>();
    var watch =
        new ConnectionObserver() {
          @Override
          public void closed(Closure closure) {
            closed.complete(closure);
          }
        };
    var spec = spec(url);
    if (pings) {
      spec.keepAlive(new KeepAlive(Duration.ofMillis(100), Duration.ofSeconds(5)));
    }
    connector.connect(spec.build(), watch).join();
    try {
      var closure = closed.get(pings ? SILENCE.toMillis() : 20_000, TimeUnit.MILLISECONDS);
      return closure.ending() + ": " + Advice.of(closure).orElseThrow();
    } catch (TimeoutException stillOpen) {
      return "open";
    }
  }

  @Override
  public void close() throws IOException {
    connector.close();
    echo.close();
    silent.close();
  }
}
