package parley.workbench.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An HTTP proxy that lets one user through, and tells others so in a page. */
final class TestProxy implements AutoCloseable {

  static final String PAGE = "<h1>Ask the helpdesk for an account</h1>";

  private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
  private final String login;

  TestProxy(String user, String password) throws IOException {
    var both = (user + ":" + password).getBytes(ISO_8859_1);
    login = "Proxy-Authorization: Basic " + Base64.getEncoder().encodeToString(both);
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void serve() {
    try {
      while (true) {
        var socket = listener.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (SocketException closed) {
      // the end of the test
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      while (true) {
        var head = head(socket.getInputStream());
        if (head.contains(login)) {
          tunnel(socket, head.split(" ", 3)[1]);
          return;
        }
        write(
            socket.getOutputStream(),
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"corp\""
                + "\r\nContent-Type: text/html\r\nContent-Length: "
                + PAGE.length()
                + "\r\n\r\n"
                + PAGE);
      }
    } catch (IOException gone) {
      // whoever asked went away
    }
  }

  private void tunnel(Socket client, String target) throws IOException {
    var colon = target.lastIndexOf(':');
    var port = Integer.parseInt(target.substring(colon + 1));
    try (var server = new Socket(target.substring(0, colon), port)) {
      open.add(server);
      write(client.getOutputStream(), "HTTP/1.1 200 Connection established\r\n\r\n");
      Thread.ofVirtual().start(() -> copy(server, client));
      client.getInputStream().transferTo(server.getOutputStream());
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException gone) {
      // the other direction sees it, too
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      var next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (var socket : open) {
      socket.close();
    }
  }
}
