package parley.interop;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.Bytes;

/** Both ends of a connection in Jetty's terms. */
public final class JettyTalk {

  private JettyTalk() {}

  /** Sends a text in as many frames as there are parts. */
  static void sendText(Session session, String... parts) {
    if (parts.length == 1) {
      session.sendText(parts[0], Callback.NOOP);
      return;
    }
    var last = parts.length - 1;
    var head = Arrays.copyOf(parts, last);
    for (var part : head) {
      var sent = new Callback.Completable();
      session.sendPartialText(part, false, sent);
      sent.join();
    }
    session.sendPartialText(parts[last], true, Callback.NOOP);
  }

  static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(ByteBuffer payload) {
    return Bytes.copyOf(payload).toText();
  }

  /** Says what it hears. Jetty leaves a ping that is listened to for the listener to answer. */
  public static final class Hearing implements Session.Listener.AutoDemanding {
    private final BlockingQueue<Heard> heard;
    private @Nullable Session session;

    Hearing(BlockingQueue<Heard> heard) {
      this.heard = heard;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
      session = opened;
      var answer = opened.getUpgradeResponse();
      heard.add(
          new Heard.Opened(
              Objects.requireNonNullElse(answer.getAcceptedSubProtocol(), ""),
              Objects.requireNonNullElse(answer.getHeader("Sec-WebSocket-Extensions"), "")));
    }

    @Override
    public void onWebSocketText(String text) {
      heard.add(new Heard.Text(text));
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
      heard.add(new Heard.Binary(Bytes.copyOf(payload)));
      callback.succeed();
    }

    @Override
    public void onWebSocketPing(ByteBuffer payload) {
      heard.add(new Heard.Ping(text(payload)));
      Objects.requireNonNull(session).sendPong(payload, Callback.NOOP);
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
      heard.add(new Heard.Pong(text(payload)));
    }

    @Override
    public void onWebSocketClose(int code, @Nullable String reason, Callback callback) {
      heard.add(new Heard.Closed(code, Objects.requireNonNullElse(reason, "")));
      callback.succeed();
    }
  }

  /** Echoes, and does what a text asks for, see {@link PeerServer#obeyingPort}. */
  public static final class Obeying implements Session.Listener.AutoDemanding {
    private final Consumer<Heard.Closed> whenClosed;
    private @Nullable Session session;

    Obeying(Consumer<Heard.Closed> whenClosed) {
      this.whenClosed = whenClosed;
    }

    @Override
    public void onWebSocketOpen(Session opened) {
      session = opened;
    }

    private Session session() {
      return Objects.requireNonNull(session);
    }

    @Override
    public void onWebSocketText(String text) {
      if (text.startsWith("!")) {
        obey(text.split(" ", -1));
      } else {
        sendText(session(), text);
      }
    }

    private void obey(String... words) {
      switch (words[0]) {
        case "!ping" -> session().sendPing(bytes(words[1]), Callback.NOOP);
        case "!close" -> session().close(Integer.parseInt(words[1]), words[2], Callback.NOOP);
        case "!fragments" -> sendText(session(), Arrays.copyOfRange(words, 1, words.length));
        default -> throw new IllegalArgumentException(words[0]);
      }
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
      session().sendBinary(Bytes.copyOf(payload).asBuffer(), callback);
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
      sendText(session(), "pong " + text(payload));
    }

    @Override
    public void onWebSocketClose(int code, @Nullable String reason, Callback callback) {
      whenClosed.accept(new Heard.Closed(code, Objects.requireNonNullElse(reason, "")));
      callback.succeed();
    }
  }
}
