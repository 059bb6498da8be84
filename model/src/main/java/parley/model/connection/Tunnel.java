package parley.model.connection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;

/**
 * How a proxy was passed, or was not.
 *
 * @param proxy its URL without user and password, such as {@code http://proxy:3128}
 * @param requestOrNull the request to an HTTP proxy, once it was sent
 * @param answerOrNull the head of its answer, when one was understood
 * @param body of a refusal, as far as it came
 * @param tlsOrNull what is known of TLS to the proxy; null when it is not used or did not get there
 */
public record Tunnel(
    String proxy,
    @Nullable RequestHead requestOrNull,
    @Nullable ResponseHead answerOrNull,
    Bytes body,
    @Nullable TlsFacts tlsOrNull) {

  public Optional<RequestHead> request() {
    return Optional.ofNullable(requestOrNull);
  }

  public Optional<ResponseHead> answer() {
    return Optional.ofNullable(answerOrNull);
  }

  public Optional<TlsFacts> tls() {
    return Optional.ofNullable(tlsOrNull);
  }
}
