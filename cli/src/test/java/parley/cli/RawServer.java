package parley.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** A server that does to its first connection exactly what a test says. */
final class RawServer implements AutoCloseable {

  private static final int PATIENCE_MILLIS = 20_000;

  private final ServerSocket server;

  /** What is done to a connection. */
  interface Script {
    void play(Peer peer) throws IOException;
  }

  /** The server's end of a connection. */
  record Peer(Socket socket) {

    /** Reads a request's head, as text. */
    String readHead() throws IOException {
      var head = new ByteArrayOutputStream();
      var in = socket.getInputStream();
      while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        head.write(requireByte(in));
      }
      return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static int requireByte(InputStream in) throws IOException {
      var octet = in.read();
      if (octet < 0) {
        throw new IOException("the client has ended");
      }
      return octet;
    }

    void write(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void writeHex(String hex) throws IOException {
      socket.getOutputStream().write(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    /** Reads the request and accepts it; gives the request. */
    String upgrade() throws IOException {
      var request = readHead();
      write(
          "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              + "Sec-WebSocket-Accept: "
              + accept(request)
              + "\r\n\r\n");
      return request;
    }

    private static String accept(String request) {
      var name = "Sec-WebSocket-Key: ";
      var start = request.indexOf(name) + name.length();
      var key = request.substring(start, request.indexOf('\r', start));
      var text = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
      try {
        var digest =
            MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.US_ASCII));
        return Base64.getEncoder().encodeToString(digest);
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException("every JDK has SHA-1", impossible);
      }
    }

    /** Reads short frames up to the client's Close frame, after which a server ends. */
    void readClose() throws IOException {
      var in = socket.getInputStream();
      int opcode;
      do {
        opcode = requireByte(in) & 0xF;
        in.skipNBytes((requireByte(in) & 0x7F) + 4L);
      } while (opcode != 8);
    }

    /** Reads until the client ends. */
    void readToEnd() throws IOException {
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
  }

  private RawServer(ServerSocket server) {
    this.server = server;
  }

  static RawServer open(Script script) throws IOException {
    var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(() -> serve(server, script));
    return new RawServer(server);
  }

  private static void serve(ServerSocket server, Script script) {
    try (var socket = server.accept()) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      script.play(new Peer(socket));
    } catch (IOException ended) {
      // The client's view is what the test looks at.
      return;
    }
  }

  String url() {
    return "ws://127.0.0.1:" + server.getLocalPort() + "/";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
