package parley.transport.connect;

import java.time.Duration;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Credentials;
import parley.model.connection.Proxies;
import parley.model.connection.ProxySpec;
import parley.model.connection.Stage;
import parley.protocol.handshake.HandshakeRule;

/** Causes and words for what ends an attempt. */
final class Causes {

  private Causes() {}

  /** The cause for a rule that a 101 answer broke. */
  static Cause of(HandshakeRule rule) {
    return switch (rule) {
      case ACCEPT_MISSING, ACCEPT_REPEATED, ACCEPT_WRONG -> Cause.WRONG_ACCEPT;
      case ANSWER_EXTENSIONS_MALFORMED, EXTENSION_UNSOLICITED, DEFLATE_REPEATED, DEFLATE_ANSWER ->
          Cause.UNSOLICITED_EXTENSION;
      case SUBPROTOCOL_UNSOLICITED, SUBPROTOCOL_REPEATED -> Cause.UNSOLICITED_SUBPROTOCOL;
      case ANSWER_VERSION, ANSWER_UPGRADE, ANSWER_CONNECTION -> Cause.BAD_UPGRADE;
      case REQUEST_METHOD,
          REQUEST_VERSION,
          REQUEST_HOST,
          REQUEST_UPGRADE,
          REQUEST_CONNECTION,
          KEY_MISSING,
          KEY_REPEATED,
          KEY_MALFORMED,
          WEBSOCKET_VERSION,
          REQUEST_EXTENSIONS_MALFORMED,
          SUBPROTOCOLS_MALFORMED ->
          throw new IllegalArgumentException("no answer breaks " + rule);
    };
  }

  static String timeoutText(Stage stage, ConnectSpec spec, Proxies.Choice proxy) {
    return proxy instanceof Proxies.Choice.By(var used) && stage.compareTo(Stage.PROXY) <= 0
        ? timeoutText(stage, spec, used)
        : timeoutText(stage, spec);
  }

  private static String timeoutText(Stage stage, ConnectSpec spec, ProxySpec proxy) {
    var what =
        switch (stage) {
          case DNS -> "the name of the proxy " + proxy.url() + " was not resolved";
          case TCP -> "no connection to the proxy " + proxy.url();
          case TOKEN, PROXY, TLS, UPGRADE ->
              "the proxy " + proxy.url() + " did not open the way to " + spec.url().hostPort();
        };
    return what + " within " + shown(spec.connectTimeout());
  }

  static String timeoutText(Stage stage, ConnectSpec spec) {
    var what =
        switch (stage) {
          case TOKEN -> "no token was given" + tokenServer(spec);
          case DNS -> "the name " + spec.url().host() + " was not resolved";
          case TCP -> "no connection to " + spec.url().hostPort();
          case PROXY -> "the proxy did not open the way to " + spec.url().hostPort();
          case TLS -> "the TLS handshake was not complete";
          case UPGRADE -> "no complete answer to the upgrade request";
        };
    return what + " within " + shown(spec.connectTimeout());
  }

  private static String tokenServer(ConnectSpec spec) {
    return spec.credentialsOrNull() instanceof Credentials.ClientCredentials client
        ? " by " + client.tokenUrl()
        : "";
  }

  private static String shown(Duration timeout) {
    return timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
  }
}
