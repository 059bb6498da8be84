package parley.cli.connect;

import java.util.List;
import java.util.Optional;
import parley.cli.option.Command.Section;
import parley.cli.option.Option;
import parley.cli.option.Reading;
import parley.model.connection.NoProxy;
import parley.model.connection.ProxySpec;

/** The options for proxies, named as curl names them. */
final class ProxyOptions {

  private static final String EXAMPLE = "http://proxy.example:3128";

  private ProxyOptions() {}

  static Section<Draft> section() {
    return new Section<>(
        "Proxies",
        List.of(
            Option.of(
                "-x, --proxy",
                "URL",
                "Go through a proxy: http://, https://, socks5:// (names are looked up here) or"
                    + " socks5h:// (by the proxy), with USER:PASSWORD@ if it asks; none for none."
                    + " Without -x, the environment variables say: wss_proxy, https_proxy and"
                    + " HTTPS_PROXY for wss, ws_proxy and http_proxy for ws, ALL_PROXY for both.",
                ProxyOptions::proxy,
                (Draft draft, Optional<ProxySpec> proxy) -> draft.proxy.choose(proxy)),
            Option.of(
                "--socks5",
                "HOST[:PORT]",
                "The same as -x socks5://HOST:PORT.",
                text -> socks("socks5://", text),
                (Draft draft, Optional<ProxySpec> proxy) -> draft.proxy.choose(proxy)),
            Option.of(
                "--socks5-hostname",
                "HOST[:PORT]",
                "The same as -x socks5h://HOST:PORT.",
                text -> socks("socks5h://", text),
                (Draft draft, Optional<ProxySpec> proxy) -> draft.proxy.choose(proxy)),
            Option.of(
                "--noproxy",
                "HOSTS",
                "Hosts to reach without a proxy, with commas between them, in place of NO_PROXY:"
                    + " names with all below them, addresses, networks such as 10.0.0.0/8, * for"
                    + " all.",
                text -> Reading.good(NoProxy.parse(text)),
                (Draft draft, NoProxy except) -> draft.proxy.except = except),
            Option.of(
                "-U, --proxy-user",
                "USER:PASSWORD",
                "Say this when the proxy asks who is there, by digest if it takes that.",
                ProxyOptions::login,
                (Draft draft, ProxySpec.Login login) -> draft.proxy.login = login),
            Option.of(
                "--proxy-cacert",
                "FILE",
                "Trust the certificates in a PEM file for an https:// proxy; may be repeated.",
                ConnectValues::file,
                (draft, file) -> draft.proxy.authorities.add(file)),
            Option.of(
                "--proxy-insecure",
                "Do not check the certificate of an https:// proxy. For tests only.",
                (Draft draft) -> draft.proxy.insecure = true)));
  }

  private static Reading<Optional<ProxySpec>> proxy(String text) {
    if (text.isEmpty() || text.equals("none")) {
      return Reading.good(Optional.empty());
    }
    return switch (ProxySpec.parse(text)) {
      case ProxySpec.Parsed.Valid(var proxy) -> Reading.good(Optional.of(proxy));
      case ProxySpec.Parsed.Invalid _ ->
          Reading.bad("the URL of an http, https, socks5 or socks5h proxy, or none", EXAMPLE);
    };
  }

  private static Reading<Optional<ProxySpec>> socks(String scheme, String text) {
    return proxy(scheme + text) instanceof Reading.Good<Optional<ProxySpec>> good
        ? good
        : Reading.bad(
            "the host of a SOCKS server, with its port unless that is 1080", "localhost:1080");
  }

  private static Reading<ProxySpec.Login> login(String text) {
    var colon = text.indexOf(':');
    return colon > 0
        ? Reading.good(new ProxySpec.Login(text.substring(0, colon), text.substring(colon + 1)))
        : Reading.bad("a user and a password with a colon between them", "anna:secret");
  }
}
