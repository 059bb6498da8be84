package parley.interop;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.Framing;
import parley.protocol.endpoint.MessageView;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;
import parley.transport.connection.Connection;
import parley.transport.connection.ConnectionObserver;

/** Does what a text asks for, see {@link PeerServer#obeyingPort}. */
final class ObeyingObserver implements ConnectionObserver {

  private final Consumer<Heard.Closed> whenClosed;
  private @Nullable Connection connection;

  ObeyingObserver(Consumer<Heard.Closed> whenClosed) {
    this.whenClosed = whenClosed;
  }

  @Override
  public void opened(Connection opened) {
    connection = opened;
  }

  @Override
  public void message(MessageView message) {
    var words = StandardCharsets.UTF_8.decode(message.payload()).toString().split(" ", -1);
    switch (words[0]) {
      case "!ping" -> post(new Outgoing.Ping(Bytes.utf8(words[1])));
      case "!close" ->
          post(Outgoing.close(CloseStatus.of(new CloseCode(Integer.parseInt(words[1])), words[2])));
      case "!fragments" -> post(inFragments(Arrays.copyOfRange(words, 1, words.length)));
      default -> throw new IllegalArgumentException(words[0]);
    }
  }

  /** Fragments of four bytes, which cut characters and compressed data alike. */
  static Outgoing inFragments(String... parts) {
    return new Outgoing.Text(
        Bytes.utf8(String.join("", parts)), Framing.WHOLE.withFragment(ByteSize.of(4)));
  }

  @Override
  public void pong(ByteBuffer payload) {
    post(Outgoing.text("pong " + Bytes.copyOf(payload).toText()));
  }

  private void post(Outgoing outgoing) {
    Objects.requireNonNull(connection).post(outgoing);
  }

  @Override
  public void closed(Closure closure) {
    whenClosed.accept(
        new Heard.Closed(
            closure.code().value(),
            closure.received().map(status -> status.reason().toText()).orElse("")));
  }
}
