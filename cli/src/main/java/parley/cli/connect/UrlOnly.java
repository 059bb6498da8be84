package parley.cli.connect;

import java.util.Optional;
import parley.protocol.endpoint.Policy;

/** The options that say what a conversation file says by its keys, so that they need a URL. */
final class UrlOnly {

  private UrlOnly() {}

  /**
   * An option and the key in its place.
   *
   * @param key such as {@code headers}; empty where files have none
   */
  record Given(String option, String key) {}

  /** The first that was given. */
  static Optional<Given> of(Draft draft) {
    return handshake(draft.handshake)
        .or(() -> draft.tls.given().flatMap(option -> given(option, "tls")))
        .or(draft.auth::given)
        .or(() -> network(draft.network))
        .or(draft.route::given)
        .or(draft.proxy::given)
        .or(() -> pings(draft.waits));
  }

  private static Optional<Given> handshake(Draft.Handshake said) {
    if (!said.headers.isEmpty()) {
      return given("-H", "headers");
    }
    if (said.user != null) {
      return given("-u", "auth");
    }
    if (!said.cookies.isEmpty()) {
      return given("-b", "cookies");
    }
    if (said.followsRedirects || said.maxRedirects != null) {
      return given(said.followsRedirects ? "-L" : "--max-redirs", "settings");
    }
    if (!said.keepsCookies) {
      return given("--no-cookies", "settings");
    }
    if (said.origin != null) {
      return given("--origin", "headers");
    }
    if (!said.subprotocols.isEmpty()) {
      return given("--subprotocol", "subprotocols");
    }
    if (!said.deflateOffers.isEmpty()) {
      return given("--compress", "compression");
    }
    if (!said.maxMessage.equals(new Draft.Handshake().maxMessage)) {
      return given("--max-message", "settings");
    }
    if (!said.autoPong) {
      return given("--no-auto-pong", "settings");
    }
    return said.policy == Policy.STRICT ? Optional.empty() : given("--report-only", "");
  }

  private static Optional<Given> network(Draft.Network said) {
    var usual = new Draft.Network();
    return said.connectTimeout.equals(usual.connectTimeout)
        ? Optional.empty()
        : given("--connect-timeout", "settings");
  }

  private static Optional<Given> pings(Draft.Waits said) {
    return said.pingInterval == null && said.pingTimeout == null
        ? Optional.empty()
        : given(said.pingInterval == null ? "--ping-timeout" : "--ping-interval", "settings");
  }

  private static Optional<Given> given(String option, String key) {
    return Optional.of(new Given(option, key));
  }
}
