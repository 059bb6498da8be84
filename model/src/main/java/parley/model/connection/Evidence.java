package parley.model.connection;

import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.HandshakeViolation;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;

/**
 * What was seen while a connection was being opened, as far as it went.
 *
 * @param requestOrNull the request, once it was sent; {@link RequestHead#encode} has its bytes
 * @param answerOrNull the head of the answer, when one was understood
 * @param received the bytes of the answer's head as they came; the first 64 at most when the peer
 *     does not speak HTTP or TLS
 * @param violations the rules of the handshake that the answer broke
 * @param tlsOrNull what is known of TLS; null for a plain connection and when it did not get there
 * @param tries the addresses in the order in which their tries ended, the one that connected last
 * @param remoteOrNull the peer's address, once connected
 * @param localOrNull our address, once connected; a {@code unix:} socket gives us none
 * @param way what lay between
 */
public record Evidence(
    WsUrl url,
    @Nullable RequestHead requestOrNull,
    @Nullable ResponseHead answerOrNull,
    Bytes received,
    List<HandshakeViolation> violations,
    Timings timings,
    @Nullable TlsFacts tlsOrNull,
    List<AddressTry> tries,
    @Nullable SocketAddress remoteOrNull,
    @Nullable SocketAddress localOrNull,
    Way way) {

  public Evidence {
    violations = List.copyOf(violations);
    tries = List.copyOf(tries);
  }

  /** Of a connection that went straight there. */
  public Evidence(
      WsUrl url,
      @Nullable RequestHead requestOrNull,
      @Nullable ResponseHead answerOrNull,
      Bytes received,
      List<HandshakeViolation> violations,
      Timings timings,
      @Nullable TlsFacts tlsOrNull,
      List<AddressTry> tries,
      @Nullable SocketAddress remoteOrNull,
      @Nullable SocketAddress localOrNull) {
    this(
        url,
        requestOrNull,
        answerOrNull,
        received,
        violations,
        timings,
        tlsOrNull,
        tries,
        remoteOrNull,
        localOrNull,
        Way.STRAIGHT);
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

  public Optional<SocketAddress> remote() {
    return Optional.ofNullable(remoteOrNull);
  }

  public Optional<SocketAddress> local() {
    return Optional.ofNullable(localOrNull);
  }
}
