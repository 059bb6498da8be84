package parley.transport.listen;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.connection.TlsFacts;
import parley.protocol.handshake.RequestHead;

/**
 * A client asks to be upgraded by the book (RFC 6455, 4.2.1).
 *
 * @param tlsOrNull what is known of TLS; null for a plain connection
 */
public record UpgradeRequest(
    RequestHead head, InetSocketAddress remote, @Nullable TlsFacts tlsOrNull) {

  public Optional<TlsFacts> tls() {
    return Optional.ofNullable(tlsOrNull);
  }
}
