package parley.report;

import java.net.UnixDomainSocketAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.Stage;
import parley.protocol.endpoint.Closure;
import parley.protocol.handshake.ResponseHead;

/** What to try when something went wrong: a line each, the likeliest first. */
public final class Advice {

  private static final Set<Cause> OF_THE_PLACE =
      EnumSet.of(
          Cause.NAME_UNKNOWN,
          Cause.CONNECTION_REFUSED,
          Cause.UNREACHABLE,
          Cause.RESET,
          Cause.STREAM_ENDED,
          Cause.NOT_TLS,
          Cause.NOT_HTTP);

  private Advice() {}

  /** What to try when there was no usable answer. */
  public static List<String> of(Attempt.Failed failed) {
    return of(failed, Setup.COMMAND_LINE);
  }

  /** The same for who connects in another way. */
  public static List<String> of(Attempt.Failed failed, Setup setup) {
    return ProxyAdvice.of(failed, setup)
        .or(() -> ofTokenServer(failed))
        .orElseGet(() -> withoutProxy(failed, setup));
  }

  /** Where what is said of the URL would be meant for the token URL. */
  private static Optional<List<String>> ofTokenServer(Attempt.Failed failed) {
    return failed.stage() == Stage.TOKEN && OF_THE_PLACE.contains(failed.cause())
        ? Optional.of(
            List.of(
                "check the token URL: its server, its port, and whether it is https or http",
                "a company network may let only its proxy out: see the proxy's settings"))
        : Optional.empty();
  }

  private static List<String> withoutProxy(Attempt.Failed failed, Setup setup) {
    var secure = failed.evidence().url().secure();
    return switch (failed.cause()) {
      case NAME_UNKNOWN ->
          List.of(
              "check the spelling; a VPN or another DNS server may be needed to look the name up",
              "in a container use the service's name, or host.docker.internal for this machine",
              setup.choose(
                  "--resolve HOST:PORT:ADDRESS connects without a look-up",
                  "a variable for the host lets an environment name another one"));
      case CONNECTION_REFUSED -> refused(failed);
      case SOCKET_MISSING ->
          List.of(
              "is the server running? It makes the socket when it starts",
              "in a container: share the socket's folder with this one");
      case SOCKET_DENIED ->
          List.of(
              "who may use it is said by the owner and mode of the socket and of its folders:"
                  + " ls -l shows them",
              "join the group that owns the socket, such as docker");
      case LOCAL_ADDRESS ->
          List.of(
              "ip address (Linux) or ipconfig (Windows) shows what this machine has",
              setup.choose(
                  "without --interface the system chooses",
                  "without `local-address` the system chooses"));
      case UNREACHABLE ->
          failed.stage() == Stage.DNS
              ? List.of(bothFamilies(setup))
              : List.of(
                  "is the network or the VPN up?",
                  setup.choose(
                      "-4 or -6 tries only one kind of address",
                      "an address in place of the name shows which kind of address works"));
      case TIMEOUT -> timeout(failed, secure, setup);
      case RESET ->
          List.of(
              otherScheme(secure),
              "a load balancer may have no healthy server behind it",
              balanced(failed));
      case STREAM_ENDED ->
          failed.evidence().received().isEmpty()
              ? List.of(
                  "look into the server's log; it dropped the connection without a word",
                  otherScheme(secure),
                  balanced(failed))
              : List.of(
                  "look into the log of the server, or of what is in front of it: it ended in the"
                      + " middle of its answer");
      case CANCELLED -> List.of();
      case NOT_A_PROXY, PROXY_LOGIN, PROXY_REFUSED, PROXY_NO_WAY -> List.of();
      case TLS_SETTINGS ->
          List.of(
              setup.choose(
                  "check what --cacert, --cert, --key, --pass and SSLKEYLOGFILE name",
                  "check what `tls` and SSLKEYLOGFILE name"));
      case NOT_TLS ->
          List.of(otherScheme(secure), "or use the port on which the server speaks TLS");
      case CERTIFICATE_SELF_SIGNED ->
          List.of(
              setup.choose(
                  "--cacert FILE trusts the certificate in FILE; -k with --pinnedpubkey its key"
                      + " alone",
                  "`tls: { ca: FILE }` trusts the certificate in FILE; `verify: false` with `pin`"
                      + " its key alone"),
              setup.choose(
                  "--ca-native trusts what the operating system trusts",
                  "`tls: { ca: system }` trusts what the operating system trusts"),
              unchecked(setup));
      case CERTIFICATE_AUTHORITY_UNKNOWN ->
          List.of(
              setup.choose(
                  "--cacert FILE trusts the authority in FILE",
                  "`tls: { ca: FILE }` trusts the authority in FILE"),
              setup.choose(
                  "--ca-native trusts what the operating system trusts",
                  "`tls: { ca: system }` trusts what the operating system trusts"),
              "the server may have left out an intermediate certificate; browsers hide that",
              unchecked(setup));
      case CERTIFICATE_CHAIN_INCOMPLETE ->
          List.of(
              "whoever runs the server should send the issuer's certificate after the server's own,"
                  + " as in nginx's `ssl_certificate fullchain.pem`",
              setup.choose(
                  "--cacert FILE with the issuer's certificate helps until then",
                  "`tls: { ca: FILE }` with the issuer's certificate helps until then"));
      case CERTIFICATE_WEAK ->
          List.of(
              "the server needs a certificate of today: SHA-256, and RSA of 2048 bits or ECDSA",
              unchecked(setup));
      case CERTIFICATE_NOT_PINNED ->
          List.of(
              "somebody may be in between, or the server has a new key",
              setup.choose(
                  "if it is new, give it with --pinnedpubkey", "if it is new, write it as `pin`"));
      case CERTIFICATE_EXPIRED ->
          List.of("renew the certificate, or check this machine's clock", unchecked(setup));
      case CERTIFICATE_NOT_YET_VALID -> List.of("check this machine's clock");
      case CERTIFICATE_WRONG_HOST ->
          List.of(
              "use a name that the certificate has",
              setup.choose(
                  "--server-name NAME asks for that name at this address",
                  "`tls: { server-name: NAME }` asks for that name at this address"));
      case CERTIFICATE_INVALID, TLS_FAILED ->
          List.of(
              setup.choose(
                  "-v shows what is known of the TLS connection",
                  "parley -v URL shows what is known of the TLS connection"));
      case CLIENT_CERTIFICATE_REQUIRED ->
          List.of(
              setup.choose(
                  "--cert FILE --key FILE shows a certificate of yours",
                  "`tls: { certificate: FILE, key: FILE }` shows a certificate of yours"));
      case CLIENT_CERTIFICATE_REFUSED ->
          List.of(
              setup.choose(
                  "the server does not trust the certificate given with --cert",
                  "the server does not trust the certificate named under `tls`"));
      case TLS_NO_COMMON_GROUND ->
          List.of(
              setup.choose(
                  "the server speaks none of TLS 1.2 and 1.3, or wants a client certificate:"
                      + " --cert",
                  "the server speaks none of TLS 1.2 and 1.3, or wants a client certificate:"
                      + " `tls: { certificate: FILE }`"),
              setup.choose(
                  "--tlsv1.3, --tls-max, --ciphers and --alpn offer less than is usual: leave out"
                      + " those that you gave",
                  "`min-version`, `max-version`, `ciphers` and `alpn` offer less than is usual:"
                      + " leave out those that you wrote"));
      case TOKEN_REFUSED ->
          List.of(
              "check the token URL, the client's id and secret, and what the token is for (scopes,"
                  + " audience)",
              setup.choose(
                  "some servers want id and secret in the body: --oauth2-send body",
                  "some servers want id and secret in the body: `send: body`"));
      case NOT_HTTP ->
          FrontAdvice.isHttp2(failed.evidence().received())
              ? List.of(
                  "this port takes HTTP/2 only: ask for another one, or let it take HTTP/1.1 as"
                      + " well (nginx: listen without http2; haproxy: bind without proto h2)")
              : List.of(
                  "something else than a web server listens here: check the port",
                  otherScheme(secure));
      case HEAD_TOO_LARGE -> List.of("the answer's headers exceed 64 KB: look at the server");
      case WRONG_ACCEPT ->
          List.of(
              "a proxy or cache may have changed the request, or the server is home-made",
              reportOnly(setup));
      case UNSOLICITED_EXTENSION ->
          List.of(
              setup.choose(
                  "--compress offers permessage-deflate",
                  "`compression: true` offers permessage-deflate"),
              reportOnly(setup));
      case UNSOLICITED_SUBPROTOCOL ->
          List.of(
              setup.choose(
                  "--subprotocol NAME offers the one that the server chose",
                  "`subprotocols: [NAME]` offers the one that the server chose"),
              reportOnly(setup));
      case BAD_UPGRADE -> List.of("a proxy may have changed the answer", reportOnly(setup));
      case REDIRECT ->
          List.of(
              "connect to the last place yourself to see what it answers",
              setup.choose(
                  "--max-redirs N follows more of them, or fewer",
                  "`settings: { follow-redirects: N }` follows more of them, or fewer"));
    };
  }

  private static List<String> refused(Attempt.Failed failed) {
    return isSocketOfThisMachine(failed)
        ? List.of(
            "the file is there and nobody listens at it: is the server running?",
            "a server that crashed leaves its socket behind: remove it, and start the server")
        : List.of(
            "is the server running, and on this port?",
            "in a container: publish the port and listen on 0.0.0.0, not on 127.0.0.1");
  }

  private static boolean isSocketOfThisMachine(Attempt.Failed failed) {
    return failed.evidence().tries().stream()
        .anyMatch(tried -> tried.address() instanceof UnixDomainSocketAddress);
  }

  private static List<String> timeout(Attempt.Failed failed, boolean secure, Setup setup) {
    return switch (failed.stage()) {
      case TOKEN -> List.of("the token server does not answer: check the token URL", longer(setup));
      case DNS -> List.of("the DNS server does not answer: is the network or the VPN up?");
      case TCP ->
          List.of("a firewall may drop the packets, or the address is wrong", longer(setup));
      case PROXY ->
          List.of("the proxy does not answer, or does not reach the server", longer(setup));
      case TLS -> List.of(otherScheme(secure), longer(setup));
      case UPGRADE ->
          List.of(
              "the server or a proxy before it does not answer the upgrade: check the path",
              longer(setup));
    };
  }

  /** Before a single byte of an answer. */
  private static String balanced(Attempt.Failed failed) {
    return failed.stage() == Stage.TLS
        ? "the port may expect the PROXY protocol, which a load balancer sends first"
        : "the port may expect the PROXY protocol, which a load balancer sends first, or HTTP/2"
            + " only";
  }

  private static String otherScheme(boolean secure) {
    return secure
        ? "ws:// in place of wss://: the port may not speak TLS"
        : "wss:// in place of ws://: the port may expect TLS";
  }

  /** For a name that has addresses, but none of the only kind that is allowed. */
  static String bothFamilies(Setup setup) {
    return setup.choose(
        "without -4 and -6 both kinds of addresses are tried",
        "without `settings: { ip: ... }` both kinds of addresses are tried");
  }

  static String longer(Setup setup) {
    return setup.choose(
        "--connect-timeout waits longer", "`settings: { connect-timeout: 60s }` waits longer");
  }

  private static String unchecked(Setup setup) {
    return setup.choose(
        "-k goes on without any check: for tests only",
        "`tls: { verify: false }` goes on without any check: for tests only");
  }

  private static String reportOnly(Setup setup) {
    return setup.choose(
        "--report-only opens the connection all the same",
        "parley --report-only URL opens the connection all the same");
  }

  /** What to try when the server answered with another status than 101. */
  public static List<String> of(Attempt.Rejected rejected) {
    return of(rejected, Setup.COMMAND_LINE);
  }

  /** The same for who connects in another way. */
  public static List<String> of(Attempt.Rejected rejected, Setup setup) {
    return FrontAdvice.of(rejected, setup).orElseGet(() -> byStatus(rejected, setup));
  }

  private static List<String> byStatus(Attempt.Rejected rejected, Setup setup) {
    var answer = rejected.answer();
    var status = answer.status();
    return switch (status) {
      case 200 ->
          List.of("this is an ordinary page: check the path, such as /ws", upgradeStripped());
      case 301, 302, 303, 307, 308 -> redirect(answer, setup);
      case 400 ->
          List.of(
              "read the body; a header, a subprotocol or a query parameter may be missing",
              upgradeStripped());
      case 401 -> SignIn.advice(rejected, setup);
      case 403 ->
          List.of(
              setup.choose(
                  "--origin with the address of the server's own page",
                  "a header `Origin` with the address of the server's own page"),
              setup.choose("a cookie (-b) or another account", "`cookies` or another account"));
      case 404 -> List.of("check the path: capitals, a trailing slash, a prefix such as /api");
      case 405, 501, 505 -> List.of("nothing accepts WebSocket connections at this path");
      case 407 -> List.of("the proxy wants a user and a password");
      case 413, 414, 431 -> List.of("shorten the URL, the cookies or the headers");
      case 421 ->
          List.of(
              setup.choose(
                  "the Host header and --server-name must name the same host",
                  "the Host header and `tls: server-name` must name the same host"));
      case 426 -> List.of(versions(answer), upgradeStripped());
      case 429 -> List.of(retryAfter(answer));
      case 502, 503, 504 -> List.of("the server behind the proxy is down, starting or too slow");
      default -> status >= 500 ? List.of("look into the server's log") : List.of();
    };
  }

  private static String upgradeStripped() {
    return "a proxy that drops Upgrade needs: proxy_http_version 1.1, Upgrade and Connection set"
        + " (nginx)";
  }

  private static List<String> redirect(ResponseHead answer, Setup setup) {
    return answer
        .first("Location")
        .map(to ->
            List.of(
                setup.choose(
                    "-L follows it, to " + Visible.line(to),
                    "`settings: { follow-redirects: true }` follows it, to " + Visible.line(to))))
        .orElse(List.of("the answer has no Location header"));
  }

  private static String versions(ResponseHead answer) {
    return answer
        .first("Sec-WebSocket-Version")
        .map(offered ->
            offered.matches("(?:.*[ ,])?13(?:[ ,].*)?")
                ? "the server did not see a WebSocket handshake: something in between changed it"
                : "the server speaks version "
                    + Visible.line(offered)
                    + " of the protocol, this was 13")
        .orElse("the server wants another protocol: read the Upgrade header");
  }

  private static String retryAfter(ResponseHead answer) {
    return answer
        .first("Retry-After")
        .map(time -> "wait: Retry-After is " + Visible.line(time))
        .orElse("wait, then try again");
  }

  /** What an end of an open connection probably means, when that is worth a line. */
  public static Optional<String> of(Closure closure) {
    return of(closure, Setup.COMMAND_LINE);
  }

  /** The same for who connects in another way. */
  public static Optional<String> of(Closure closure, Setup setup) {
    return Optional.ofNullable(
        switch (closure.ending()) {
          case CLOSE_HANDSHAKE ->
              closure.initiator() == Closure.Initiator.LOCAL
                  ? null
                  : ofCode(closure.code().value(), setup);
          case VIOLATION ->
              setup.choose(
                  "--report-only goes on after what can be gone on after",
                  "the frames before the end show what the server did");
          case STREAM_END, RESET ->
              "the server crashed or a proxy cut an idle connection (nginx: proxy_read_timeout,"
                  + " haproxy: timeout tunnel); "
                  + setup.choose("--ping-interval 30s", "`settings: { ping: { every: 30s } }`")
                  + " keeps one up";
          case CLOSE_TIMEOUT, ABORT -> null;
          case PONG_TIMEOUT -> "the network is gone, or the server is too busy to answer pings";
        });
  }

  private static @Nullable String ofCode(int code, Setup setup) {
    return switch (code) {
      case 1002 ->
          "the server says that this side broke the protocol; "
              + setup.choose("--frames shows what was sent", "the frames show what was sent");
      case 1003 -> "the server does not take this kind of message: " + binary(setup);
      case 1007 -> "the server could not read a message as text: " + binary(setup);
      case 1008 -> "usually a matter of authorisation, origin or rate";
      case 1009 -> "a message was too big for the server";
      case 1011 -> "the server failed on a message: look into its log";
      case 1012, 1013 -> "connect again in a while";
      default -> null;
    };
  }

  private static String binary(Setup setup) {
    return setup.choose("--binary sends binary ones", "`as: binary` sends binary ones");
  }
}
