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
 * @param variableOrNull the environment variable that names it; null when a person named it
 * @param requestOrNull the last request to an HTTP proxy, once it was sent
 * @param answerOrNull the head of its answer, when one was understood
 * @param body of a refusal, as far as it came
 * @param tlsOrNull what is known of TLS to the proxy; null when it is not used or did not get there
 */
public record Tunnel(
    String proxy,
    @Nullable String variableOrNull,
    @Nullable RequestHead requestOrNull,
    @Nullable ResponseHead answerOrNull,
    Bytes body,
    @Nullable TlsFacts tlsOrNull) {

  /** Of a proxy that was not asked yet. */
  public static Tunnel through(ProxySpec proxy) {
    return new Tunnel(proxy.url(), proxy.variableOrNull(), null, null, Bytes.EMPTY, null);
  }

  public Tunnel withRequest(RequestHead sent) {
    return new Tunnel(proxy, variableOrNull, sent, null, Bytes.EMPTY, tlsOrNull);
  }

  public Tunnel withAnswer(ResponseHead came, Bytes itsBody) {
    return new Tunnel(proxy, variableOrNull, requestOrNull, came, itsBody, tlsOrNull);
  }

  public Tunnel withTls(TlsFacts known) {
    return new Tunnel(proxy, variableOrNull, requestOrNull, answerOrNull, body, known);
  }

  public Optional<String> variable() {
    return Optional.ofNullable(variableOrNull);
  }

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
