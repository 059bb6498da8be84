package parley.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.Stage;
import parley.model.connection.Tunnel;
import parley.protocol.authentication.ChallengeList;

/** What to try when a connection ended at its proxy. */
final class ProxyAdvice {

  private static final Set<Cause> OF_PROXIES =
      EnumSet.of(Cause.NOT_A_PROXY, Cause.PROXY_LOGIN, Cause.PROXY_REFUSED, Cause.PROXY_NO_WAY);

  private final Attempt.Failed failed;
  private final Tunnel tunnel;
  private final Setup setup;

  private ProxyAdvice(Attempt.Failed failed, Tunnel tunnel, Setup setup) {
    this.failed = failed;
    this.tunnel = tunnel;
    this.setup = setup;
  }

  /** The lines; nothing where the proxy had been passed, or there was none. */
  static Optional<List<String>> of(Attempt.Failed failed, Setup setup) {
    return failed
        .evidence()
        .way()
        .tunnel()
        .filter(_ -> isBeforeServer(failed))
        .map(tunnel -> new ProxyAdvice(failed, tunnel, setup).lines());
  }

  /** On the way to a token server, only the cause tells that the proxy was the trouble. */
  private static boolean isBeforeServer(Attempt.Failed failed) {
    return failed.stage() == Stage.TOKEN
        ? OF_PROXIES.contains(failed.cause())
        : failed.stage().compareTo(Stage.PROXY) <= 0;
  }

  private List<String> lines() {
    var lines = new ArrayList<>(ofCause());
    tunnel
        .variable()
        .ifPresent(name ->
            lines.add(
                "the environment variable "
                    + name
                    + " names this proxy; "
                    + setup.choose(
                        "--noproxy HOST or NO_PROXY=HOST goes around it",
                        "`proxy: none` or NO_PROXY=HOST goes around it")));
    return lines;
  }

  private List<String> ofCause() {
    return switch (failed.cause()) {
      case NAME_UNKNOWN ->
          failed.stage() == Stage.PROXY
              ? List.of("socks5h:// in place of socks5:// lets the proxy look the name up")
              : List.of("check the spelling of the proxy's name, and whether the VPN is up");
      case CONNECTION_REFUSED ->
          List.of("check the proxy's port: 3128 and 8080 are usual, 1080 for SOCKS");
      case UNREACHABLE ->
          List.of(
              failed.stage() == Stage.TCP
                  ? "is the network or the VPN up on which the proxy is?"
                  : Advice.bothFamilies(setup));
      case TIMEOUT -> timeout();
      case NOT_A_PROXY -> List.of(otherScheme());
      case RESET, STREAM_ENDED -> List.of(otherScheme(), "the proxy may not know this machine");
      case PROXY_LOGIN -> login();
      case PROXY_REFUSED ->
          List.of(
              failed.stage() == Stage.TOKEN
                  ? "the proxy's rules forbid the token server's host or port: many let only port"
                      + " 443 through"
                  : failed.evidence().url().port() == 443
                      ? "the proxy's rules forbid this host"
                      : "the proxy's rules forbid this host or port: many let only port 443"
                          + " through, so try wss://",
              "ask who runs the proxy, with its answer above");
      case PROXY_NO_WAY ->
          List.of(
              "the proxy cannot reach the server: check the URL's host and port",
              setup.choose(
                  "a server inside the company needs no proxy: --noproxy HOST",
                  "a server inside the company needs no proxy: `proxy: none`"));
      case NOT_TLS -> List.of("http:// in place of https:// for the proxy");
      case CERTIFICATE_SELF_SIGNED, CERTIFICATE_AUTHORITY_UNKNOWN ->
          List.of(
              setup.choose(
                  "--proxy-cacert FILE trusts the proxy's authority",
                  "`proxy: { tls: { ca: FILE } }` trusts the proxy's authority"));
      case CERTIFICATE_CHAIN_INCOMPLETE,
          CERTIFICATE_EXPIRED,
          CERTIFICATE_NOT_YET_VALID,
          CERTIFICATE_WRONG_HOST,
          CERTIFICATE_WEAK,
          CERTIFICATE_INVALID ->
          List.of(
              "tell who runs the proxy, or check this machine's clock",
              setup.choose(
                  "--proxy-insecure does not check the proxy: for tests only",
                  "`proxy: { tls: { verify: false } }` does not check the proxy: for tests only"));
      case CERTIFICATE_NOT_PINNED,
          CLIENT_CERTIFICATE_REQUIRED,
          CLIENT_CERTIFICATE_REFUSED,
          TLS_SETTINGS,
          TLS_NO_COMMON_GROUND,
          TLS_FAILED ->
          List.of();
      case SOCKET_MISSING, SOCKET_DENIED, LOCAL_ADDRESS, CANCELLED, TOKEN_REFUSED -> List.of();
      case NOT_HTTP, HEAD_TOO_LARGE, REDIRECT -> List.of();
      case WRONG_ACCEPT, UNSOLICITED_EXTENSION, UNSOLICITED_SUBPROTOCOL, BAD_UPGRADE -> List.of();
    };
  }

  private List<String> timeout() {
    return failed.stage() == Stage.PROXY
        ? List.of(
            "the proxy does not answer, or does not reach the server",
            otherScheme(),
            Advice.longer(setup))
        : List.of("a firewall may drop the packets, or the proxy's address is wrong");
  }

  private String otherScheme() {
    var scheme = tunnel.proxy().substring(0, tunnel.proxy().indexOf("://") + 3);
    return switch (scheme) {
      case "http://" ->
          "socks5h:// in place of http://, if the proxy speaks SOCKS: check scheme and port";
      case "https://" ->
          "http:// in place of https://, if the proxy takes no TLS: check scheme and port";
      default ->
          "http:// in place of " + scheme + ", if the proxy speaks HTTP: check scheme and port";
    };
  }

  private List<String> login() {
    if (isForeign()) {
      return List.of(
          setup.choose(
              "-x http://localhost:3128, when cntlm or px runs there and speaks to this proxy",
              "`proxy: http://localhost:3128`, when cntlm or px runs there and speaks to this"
                  + " proxy"));
    }
    var url = Visible.line(tunnel.proxy());
    return List.of(
        setup.choose(
            "--proxy-user USER:PASSWORD, or -x " + url.replace("://", "://USER:PASSWORD@"),
            "`proxy: { url: ..., username: ..., password: \"{{env.PROXY_PASSWORD}}\" }` says who"
                + " you are to the proxy"));
  }

  /** Whether it takes only what is not spoken here, so that no password helps. */
  private boolean isForeign() {
    var asked =
        tunnel
            .answer()
            .map(answer -> ChallengeList.parse(answer.all("Proxy-Authenticate")))
            .orElse(new ChallengeList(List.of(), List.of()));
    return !asked.schemes().isEmpty() && !asked.has("Basic") && !asked.has("Digest");
  }
}
