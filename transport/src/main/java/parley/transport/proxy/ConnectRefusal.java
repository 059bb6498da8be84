package parley.transport.proxy;

import parley.model.connection.Cause;
import parley.model.connection.HostPort;
import parley.model.connection.ProxySpec;
import parley.protocol.handshake.ResponseHead;

/** What an HTTP proxy's answer means that does not let a connection through. */
final class ConnectRefusal {

  private ConnectRefusal() {}

  static Cause cause(ResponseHead answer) {
    return switch (answer.status()) {
      case 400, 404, 405, 426, 501, 505 -> Cause.NOT_A_PROXY;
      case 500, 502, 503, 504 -> Cause.PROXY_NO_WAY;
      default -> Cause.PROXY_REFUSED;
    };
  }

  static String text(ResponseHead answer, ProxySpec proxy, HostPort server) {
    var said = answer.status() + (answer.reason().isEmpty() ? "" : " " + answer.reason());
    return switch (cause(answer)) {
      case NOT_A_PROXY ->
          "what listens at "
              + proxy.url()
              + " does not take CONNECT, so it may be a web server and no proxy: "
              + said;
      case PROXY_NO_WAY ->
          "the proxy " + proxy.url() + " did not get through to " + server + ": " + said;
      case Cause _ ->
          "the proxy " + proxy.url() + " does not open the way to " + server + ": " + said;
    };
  }

  /** Whether the connection stays after the answer's body (RFC 9112, 9.3). */
  static boolean leavesConnection(ResponseHead answer) {
    var counted =
        answer.first("Content-Length").isPresent() || answer.lists("Transfer-Encoding", "chunked");
    return counted
        && answer.isAtLeastHttp11()
        && !answer.lists("Connection", "close")
        && !answer.lists("Proxy-Connection", "close");
  }
}
