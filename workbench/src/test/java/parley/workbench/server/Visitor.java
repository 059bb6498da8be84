package parley.workbench.server;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import parley.model.connection.Attempt;
import parley.model.connection.ConnectSpec;
import parley.model.connection.WsUrl;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.MessageView;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;
import parley.transport.connect.Connector;
import parley.transport.connection.Connection;
import parley.transport.connection.ConnectionObserver;

/** Comes to a server as a browser does, or as one that wants in without being asked. */
final class Visitor implements AutoCloseable {

  private static final int DEADLINE_MILLIS = 10_000;

  private final URI url;
  private final Connector connector = new Connector();

  Visitor(String url) {
    this.url = URI.create(url);
  }

  String token() {
    return url.getFragment();
  }

  String authority() {
    return url.getAuthority();
  }

  String origin() {
    return "http://" + authority();
  }

  /** Sends bytes, and reads up to the server's end. */
  String raw(String request) throws IOException {
    try (var socket = new Socket(url.getHost(), url.getPort())) {
      socket.setSoTimeout(DEADLINE_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Asks for a page; headers as {@code Name: value}. */
  String get(String target, String... headers) throws IOException {
    return raw(
        "GET " + target + " HTTP/1.1\r\nHost: " + authority() + "\r\n" + lines(headers) + "\r\n");
  }

  private static String lines(String... headers) {
    var lines = new StringBuilder();
    for (var header : headers) {
      lines.append(header).append("\r\n");
    }
    return lines.toString();
  }

  /** What a token is traded in for. */
  record Pass(String cookie, String key) {}

  Pass enter() throws IOException {
    var answer = get("/key", "Authorization: Parley " + token());
    var cookie = answer.replaceFirst("(?s).*Set-Cookie: ([^;]*);.*", "$1");
    return new Pass(cookie, answer.substring(answer.indexOf("\r\n\r\n") + 4).strip());
  }

  /** The headers with which a page of ours opens its WebSocket. */
  List<Header> headers() throws IOException {
    return List.of(new Header("Origin", origin()), new Header("Cookie", enter().cookie()));
  }

  Attempt connect(String path, List<Header> headers, String... subprotocols) {
    return connect(path, headers, List.of(subprotocols), new Heard());
  }

  private Attempt connect(
      String path, List<Header> headers, List<String> subprotocols, Heard heard) {
    var to = new WsUrl(false, url.getHost(), url.getPort(), path);
    var spec =
        ConnectSpec.to(to)
            .headers(headers)
            .subprotocols(subprotocols)
            .connectTimeout(Duration.ofMillis(DEADLINE_MILLIS));
    return get(connector.connect(spec.build(), heard));
  }

  /** Opens a WebSocket as our page does. */
  Heard open() throws IOException {
    var heard = new Heard();
    var attempt = connect("/api", headers(), List.of("parley", enter().key()), heard);
    if (!(attempt instanceof Attempt.Open)) {
      throw new AssertionError(attempt);
    }
    return heard;
  }

  static <T> T get(CompletableFuture<T> future) {
    return future.orTimeout(DEADLINE_MILLIS, TimeUnit.MILLISECONDS).join();
  }

  @Override
  public void close() {
    connector.close();
  }

  /** What the server says on a WebSocket. */
  static final class Heard implements ConnectionObserver {

    private final CompletableFuture<Connection> opened = new CompletableFuture<>();
    private final CompletableFuture<Closure> closed = new CompletableFuture<>();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

    Connection connection() {
      return get(opened);
    }

    /** The code with which the connection ends. */
    int closeCode() {
      return get(closed).code().value();
    }

    String next() throws InterruptedException {
      var message = messages.poll(DEADLINE_MILLIS, TimeUnit.MILLISECONDS);
      if (message == null) {
        throw new AssertionError("the server says nothing");
      }
      return message;
    }

    /** All that came up to now. */
    List<String> soFar() {
      var all = new ArrayList<String>();
      messages.drainTo(all);
      return all;
    }

    @Override
    public void opened(Connection connection) {
      opened.complete(connection);
    }

    @Override
    public void message(MessageView message) {
      messages.add(Bytes.copyOf(message.payload()).toText());
    }

    @Override
    public void closed(Closure closure) {
      closed.complete(closure);
    }
  }
}
