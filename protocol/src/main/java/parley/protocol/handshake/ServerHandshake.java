package parley.protocol.handshake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.protocol.deflate.DeflateNegotiation.Agreement;
import parley.protocol.deflate.DeflateParameters;
import parley.protocol.deflate.DeflatePolicy;

/**
 * The server's side of the opening handshake: a judgment of a request, and the answer to it (RFC
 * 6455, 4.2). A request with violations should be refused; it can be accepted all the same.
 */
public final class ServerHandshake {

  private static final Header CLOSE = new Header(HandshakeHeaders.CONNECTION, "close");

  private final RequestHead request;
  private final List<HandshakeViolation> violations;
  private final @Nullable Agreement agreementOrNull;

  private ServerHandshake(
      RequestHead request,
      List<HandshakeViolation> violations,
      @Nullable Agreement agreementOrNull) {
    this.request = request;
    this.violations = violations;
    this.agreementOrNull = agreementOrNull;
  }

  /** Judges {@code request} and decides on compression by {@code policy}. */
  public static ServerHandshake of(RequestHead request, DeflatePolicy policy) {
    var judge = new RequestJudge(request);
    return new ServerHandshake(request, judge.violations(), judge.agreement(policy).orElse(null));
  }

  /** What is judged and answered. */
  public RequestHead request() {
    return request;
  }

  /** All that is wrong with the request, in the order of {@link HandshakeRule}. */
  public List<HandshakeViolation> violations() {
    return violations;
  }

  /** The subprotocols that the client asks for, in its order of preference. */
  public List<String> subprotocols() {
    return request.listed(HandshakeHeaders.PROTOCOL);
  }

  /** The first subprotocol of the client's list that is {@code supported} (RFC 6455, 4.2.2). */
  public Optional<String> firstSubprotocolOf(Set<String> supported) {
    return subprotocols().stream().filter(supported::contains).findFirst();
  }

  /** What {@link #accept} agrees to for permessage-deflate; empty without compression. */
  public Optional<DeflateParameters> deflate() {
    return Optional.ofNullable(agreementOrNull).map(Agreement::parameters);
  }

  /** The answer that opens the connection, without a subprotocol. */
  public ResponseHead accept(List<Header> headers) {
    return accept(Optional.empty(), headers);
  }

  /**
   * The answer that opens the connection.
   *
   * @param subprotocol the server's choice, whether the client asked for it or not
   * @param headers added last, in this order; one of the name of a header that Parley would send
   *     replaces it
   */
  public ResponseHead accept(String subprotocol, List<Header> headers) {
    return accept(Optional.of(new Header(HandshakeHeaders.PROTOCOL, subprotocol)), headers);
  }

  private ResponseHead accept(Optional<Header> subprotocol, List<Header> headers) {
    var own = new ArrayList<Header>();
    own.add(new Header(HandshakeHeaders.UPGRADE, "websocket"));
    own.add(new Header(HandshakeHeaders.CONNECTION, "Upgrade"));
    request
        .first(HandshakeHeaders.KEY)
        .map(key -> new Header(HandshakeHeaders.ACCEPT, AcceptKey.of(key)))
        .ifPresent(own::add);
    subprotocol.ifPresent(own::add);
    Optional.ofNullable(agreementOrNull)
        .map(agreed -> new Header(HandshakeHeaders.EXTENSIONS, agreed.answer().toHeaderValue()))
        .ifPresent(own::add);
    var all = HandshakeHeaders.combine(own, headers, Set.of());
    return new ResponseHead(
        "HTTP/1.1", ResponseHead.SWITCHING_PROTOCOLS, "Switching Protocols", all);
  }

  /**
   * The answer to a request with violations, which its body names: 405 for a method other than GET,
   * 426 with the version that is supported when the client does not ask for it (RFC 6455, 4.4),
   * else 400. The connection is to be closed behind it.
   */
  public Refusal refusal() {
    if (violations.isEmpty()) {
      throw new IllegalStateException("the request has no violation to refuse it for");
    }
    var text =
        violations.stream()
            .map(violation -> violation + "\n")
            .collect(Collectors.joining("", "This is a WebSocket server.\n", ""));
    if (isViolated(HandshakeRule.REQUEST_METHOD)) {
      var headers = List.of(new Header("Allow", "GET"), CLOSE);
      return Refusal.of(405, "Method Not Allowed", headers, text);
    }
    if (isViolated(HandshakeRule.REQUEST_UPGRADE) || isViolated(HandshakeRule.WEBSOCKET_VERSION)) {
      return Refusal.of(426, "Upgrade Required", upgradeHeaders(), text);
    }
    return Refusal.of(400, "Bad Request", List.of(CLOSE), text);
  }

  private boolean isViolated(HandshakeRule rule) {
    return violations.stream().anyMatch(violation -> violation.rule() == rule);
  }

  private static List<Header> upgradeHeaders() {
    return List.of(
        new Header(HandshakeHeaders.UPGRADE, "websocket"),
        new Header(HandshakeHeaders.CONNECTION, "Upgrade, close"),
        new Header(HandshakeHeaders.VERSION, HandshakeHeaders.SUPPORTED_VERSION));
  }
}
