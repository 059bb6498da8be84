package parley.transport.connection;

import java.net.InetAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import parley.model.connection.AddressTry;
import parley.model.connection.TlsFacts;
import parley.protocol.endpoint.EndpointObserver;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;

/**
 * Sees a connection from the first look-up to its end, on the connection's thread and in the order
 * of events. It must not block.
 */
public interface ConnectionObserver extends EndpointObserver {

  /** Waits for a token of an authorization server; not called for one that is at hand. */
  default void fetchingToken(String url) {}

  /** Begins to look up a name; not called for addresses. */
  default void resolving(String host) {}

  default void resolved(List<InetAddress> addresses, Duration duration) {}

  default void connecting(SocketAddress address) {}

  /** An address answered, or failed and the next one is due. */
  default void tried(AddressTry address) {}

  /**
   * Begins to pass the proxy of that URL. With an HTTP proxy, {@link #upgrading} and {@link
   * #answered} tell of CONNECT, too.
   */
  default void passing(String proxy) {}

  /** Begins the TLS handshake. */
  default void securing(String serverName) {}

  default void secured(TlsFacts facts, Duration duration) {}

  /** Sends the request. */
  default void upgrading(RequestHead request) {}

  /** The whole head of the answer is there, whatever it says. */
  default void answered(ResponseHead answer, Duration duration) {}

  /** Parley has something to say on the way, such as why it asks again: a sentence. */
  default void noticed(String text) {}

  /** The connection is open; comes before any frame, and before an attempt's future completes. */
  default void opened(Connection connection) {}

  /**
   * It is known what became of something that was given to {@link Connection#send}: comes in the
   * order of sending, before the future completes, and never after {@link #closed}.
   */
  default void delivered(Outgoing outgoing, Delivery delivery) {}

  /**
   * A pong answers the latest ping with the same payload (RFC 6455, 5.5.3). Comes right before
   * {@link #pong}.
   *
   * @param roundTrip from handing over the ping to reading the pong
   */
  default void pingAnswered(Bytes payload, Duration roundTrip) {}
}
