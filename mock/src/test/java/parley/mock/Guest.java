package parley.mock;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import parley.model.connection.Attempt;
import parley.model.connection.ConnectSpec;
import parley.model.connection.WsUrl;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.MessageView;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.transport.connect.Connector;
import parley.transport.connection.Connection;
import parley.transport.connection.ConnectionObserver;

/** A client of a mock: what it says, and what it hears within a deadline. */
public final class Guest implements ConnectionObserver {

  private static final long DEADLINE_SECONDS = 20;

  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final CompletableFuture<Connection> opened = new CompletableFuture<>();

  /** Asks to be let in. */
  public Attempt ask(Connector connector, ConnectSpec spec) {
    try {
      return connector.connect(spec, this).get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError("no answer", failure);
    }
  }

  public static ConnectSpec.Builder to(String url) {
    return switch (WsUrl.parse(url)) {
      case WsUrl.Parsed.Valid(var valid, var _, var _) -> ConnectSpec.to(valid);
      case WsUrl.Parsed.Invalid(var problem) -> throw new AssertionError(problem);
    };
  }

  /** A client that is let in. */
  public static Guest at(Connector connector, String url) {
    return at(connector, to(url).build());
  }

  public static Guest at(Connector connector, ConnectSpec spec) {
    var guest = new Guest();
    if (guest.ask(connector, spec) instanceof Attempt.Open) {
      return guest;
    }
    throw new AssertionError("not let in at " + spec.url());
  }

  @Override
  public void opened(Connection connection) {
    opened.complete(connection);
  }

  @Override
  public void message(MessageView message) {
    var payload = Bytes.copyOf(message.payload());
    heard.add(message.isText() ? payload.toText() : payload.toHex());
  }

  public Connection connection() {
    return get(opened);
  }

  public Guest say(String text) {
    connection().post(Outgoing.text(text));
    return this;
  }

  /** The next message. */
  public String hears() {
    try {
      var text = heard.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
      if (text == null) {
        throw new AssertionError("nothing came");
      }
      return text;
    } catch (InterruptedException ended) {
      throw new AssertionError(ended);
    }
  }

  /** Whether nothing was heard so far. */
  public boolean heardNothing() {
    return heard.isEmpty();
  }

  public Closure end() {
    return get(connection().closure());
  }

  public Closure leave(CloseStatus status) {
    connection().close(status);
    return end();
  }

  private static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError("it did not happen in time", failure);
    }
  }
}
