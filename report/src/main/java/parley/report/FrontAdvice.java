package parley.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import parley.model.connection.Attempt;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.ResponseHead;

/**
 * What an answer means when nginx or haproxy stands in front of the server: a page of its own, or
 * what the server made of a request that did not arrive whole. Measured with nginx 1.22 and haproxy
 * 2.6.
 */
final class FrontAdvice {

  private static final int LOOKED_AT_BYTES = 2048;

  /** What nginx needs in the {@code location} of a WebSocket, since it passes neither header on. */
  private static final String PASS_ON =
      "in the `location` of this path: proxy_http_version 1.1; proxy_set_header Upgrade"
          + " $http_upgrade; proxy_set_header Connection \"upgrade\"";

  private FrontAdvice() {}

  /** What to look at; nothing when neither of them can be told from the answer. */
  static Optional<List<String>> of(Attempt.Rejected rejected, Setup setup) {
    var answer = rejected.answer();
    var body = rejected.body();
    var page = body.slice(0, Math.min(body.size(), LOOKED_AT_BYTES)).toText();
    if (isNginx(answer)) {
      return page.contains("<center>nginx") || page.contains("<center>openresty")
          ? ofNginx(answer.status(), page, setup)
          : behindNginx(answer.status());
    }
    return page.startsWith("<html><body><h1>" + answer.status())
        ? ofHaproxy(answer.status())
        : Optional.empty();
  }

  private static boolean isNginx(ResponseHead answer) {
    var server = answer.first("Server").orElse("").toLowerCase(Locale.ROOT);
    return server.startsWith("nginx") || server.startsWith("openresty");
  }

  /** A page that nginx itself wrote. */
  private static Optional<List<String>> ofNginx(int status, String page, Setup setup) {
    if (page.contains("plain HTTP request was sent to HTTPS port")) {
      return told("wss:// in place of ws://: this port of nginx takes TLS only");
    }
    if (page.contains("No required SSL certificate")) {
      return told(
          setup.choose(
              "--cert FILE --key FILE shows a certificate of yours",
              "`tls: { certificate: FILE, key: FILE }` shows a certificate of yours"));
    }
    if (page.contains("The SSL certificate error")) {
      return told(
          setup.choose(
              "nginx does not trust the certificate given with --cert: ssl_client_certificate",
              "nginx does not trust the certificate named under `tls`: ssl_client_certificate"));
    }
    return switch (status) {
      case 400, 414, 494 ->
          told(
              "shorten the URL, the cookies or the headers",
              "nginx takes 8 KB a line unless told otherwise: large_client_header_buffers");
      case 403, 404, 405 ->
          told(
              "nginx has no `location` that passes this path on to a server: look for its"
                  + " proxy_pass",
              "check the path: capitals, a trailing slash, a prefix such as /api");
      case 502 ->
          told(
              "nginx reached no server, or one that does not answer in HTTP: check its proxy_pass,"
                  + " host, port, http:// or https://",
              "nginx tells the reason in its error.log");
      case 503 ->
          told("nginx lets no more in (limit_req, limit_conn) or is under maintenance: error.log");
      case 504 ->
          told(
              "nginx reached the server and waited in vain for its answer: proxy_read_timeout, 60 s"
                  + " unless told otherwise",
              "look into the server's log: it may hang, or wait for something else");
      default -> Optional.empty();
    };
  }

  /** What the server answered to the request as nginx passed it on. */
  private static Optional<List<String>> behindNginx(int status) {
    return switch (status) {
      case 400 ->
          told(
              "nginx is in front, and most probably drops the Upgrade header",
              PASS_ON,
              "or read the body; a header, a subprotocol or a query parameter may be missing");
      case 426 -> told("nginx is in front, and most probably drops the Upgrade header", PASS_ON);
      case 200 ->
          told(
              "this is an ordinary page: check the path, such as /ws",
              "or nginx, which is in front, drops the Upgrade header: " + PASS_ON);
      default -> Optional.empty();
    };
  }

  /** A page that haproxy itself wrote. */
  private static Optional<List<String>> ofHaproxy(int status) {
    return switch (status) {
      case 400 ->
          told(
              "haproxy could not take the request, most probably since it is too large: shorten"
                  + " the URL, the cookies or the headers",
              "haproxy takes 16 KB unless told otherwise: tune.bufsize");
      case 403 ->
          told("a rule of haproxy refuses this (http-request deny): by path, address or origin");
      case 408 -> told("haproxy waited in vain for the request: timeout http-request");
      case 502 ->
          told("the server behind haproxy does not answer in HTTP: check its port, and `ssl`");
      case 503 ->
          told(
              "haproxy has no server for this: all of the backend are down, or no use_backend"
                  + " leads to one",
              "haproxy's log and `show stat` tell which server is down, and why");
      case 504 ->
          told(
              "haproxy reached the server and waited in vain for its answer: timeout server",
              "look into the server's log: it may hang, or wait for something else");
      default -> Optional.empty();
    };
  }

  private static Optional<List<String>> told(String... lines) {
    return Optional.of(List.of(lines));
  }

  /** Whether what came in place of an answer begins HTTP/2: a SETTINGS frame (RFC 9113, 3.4). */
  static boolean isHttp2(Bytes received) {
    return received.size() >= 9
        && received.at(0) == 0
        && received.at(3) == 4
        && received.slice(4, 9).equals(Bytes.of(new byte[5]));
  }
}
