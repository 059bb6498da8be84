package parley.workbench.talk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.List;
import java.util.Queue;

/** A server by hand: a test says what becomes of each connection. */
final class RawServer implements AutoCloseable {

  /** What is done with a connection, once its request has come. */
  @FunctionalInterface
  interface Answer {

    /**
     * Answers.
     *
     * @param key of the request
     */
    void on(Socket socket, String key) throws IOException;
  }

  private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final Queue<Answer> answers;
  private final Queue<Socket> open = new ArrayDeque<>(); // guarded by itself

  /** Answers the first connection by the first of them, and so on. */
  RawServer(Answer... answers) throws IOException {
    this.answers = new ArrayDeque<>(List.of(answers));
    Thread.ofVirtual().start(this::serve);
  }

  String url() {
    return "ws://127.0.0.1:" + listener.getLocalPort() + "/";
  }

  /** Lets it in. */
  static void accept(Socket socket, String key) throws IOException {
    write(
        socket,
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + acceptKey(key)
            + "\r\n\r\n");
  }

  /** RFC 6455, 4.2.2. */
  private static String acceptKey(String key) {
    try {
      var text = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
      var digest = MessageDigest.getInstance("SHA-1");
      return Base64.getEncoder()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  /** Lets it in, and is gone. */
  static void acceptAndReset(Socket socket, String key) throws IOException {
    accept(socket, key);
    socket.setSoLinger(true, 0);
    socket.close();
  }

  static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void serve() {
    try {
      while (!answers.isEmpty()) {
        var socket = listener.accept();
        synchronized (open) {
          open.add(socket);
        }
        answers.remove().on(socket, key(socket));
      }
    } catch (SocketException closed) {
      // The test is over.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(Socket socket) throws IOException {
    var reader =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    var key = "";
    for (var line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
      key = line.startsWith("Sec-WebSocket-Key: ") ? line.substring(19) : key;
    }
    return key;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    synchronized (open) {
      for (var socket : open) {
        socket.close();
      }
    }
  }
}
