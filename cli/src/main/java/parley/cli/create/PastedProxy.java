package parley.cli.create;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.model.connection.NoProxy;
import parley.model.connection.ProxySpec;
import parley.workspace.Starter;

/** The key {@code proxy} for what a pasted line says of one. */
record PastedProxy(Pasted pasted, Secrets secrets) {

  /** The lines; none where the line said nothing of it. */
  List<String> lines() {
    var said = pasted.proxy;
    if (said == null) {
      return pasted.noProxy != null && pasted.noProxy.strip().equals("*")
          ? List.of("proxy: none")
          : withoutProxy();
    }
    if (said.isEmpty()) {
      return List.of("proxy: none");
    }
    return ProxySpec.parse(said) instanceof ProxySpec.Parsed.Valid(var proxy)
        ? lines(proxy.url(), proxy.login())
        : lines(said, Optional.empty()); // with a template, or wrong: 'check' tells
  }

  private List<String> withoutProxy() {
    if (pasted.proxyUser != null) {
      pasted.lose("--proxy-user", "say `username` and `password` under `proxy`");
    }
    if (pasted.noProxy != null) {
      pasted.lose("--noproxy", "say it in NO_PROXY, or `except` under `proxy`");
    }
    return List.of();
  }

  private List<String> lines(String url, Optional<ProxySpec.Login> inUrl) {
    var login = Optional.ofNullable(pasted.proxyUser).map(PastedProxy::login).or(() -> inUrl);
    if (login.isEmpty() && pasted.noProxy == null) {
      return List.of("proxy: " + Starter.scalar(url));
    }
    var lines = new ArrayList<>(List.of("proxy:", "  url: " + Starter.scalar(url)));
    login.ifPresent(one -> {
      lines.add("  username: " + Starter.scalar(one.user()));
      lines.add("  password: " + Starter.scalar(secrets.keep("PROXY_PASSWORD", one.password())));
    });
    if (pasted.noProxy != null) {
      var hosts = NoProxy.parse(pasted.noProxy).hosts().stream().map(Starter::scalar).toList();
      lines.add("  except: [" + String.join(", ", hosts) + "]");
    }
    return lines;
  }

  private static ProxySpec.Login login(String text) {
    var parts = text.split(":", 2);
    return new ProxySpec.Login(parts[0], parts.length == 1 ? "" : parts[1]);
  }
}
