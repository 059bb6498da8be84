package parley.cli.connect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.connection.NoProxy;
import parley.model.connection.Proxies;
import parley.model.connection.ProxySpec;
import parley.model.connection.TlsSpec;
import parley.model.connection.WsUrl;

/** What the options said of proxies. */
final class ProxyDraft {

  private Optional<ProxySpec> proxy = Optional.empty();
  private boolean chosen;
  ProxySpec.@Nullable Login login;
  @Nullable NoProxy except;
  final List<Path> authorities = new ArrayList<>();
  boolean insecure;

  /** Takes this proxy, or none. */
  void choose(Optional<ProxySpec> said) {
    proxy = said;
    chosen = true;
  }

  /**
   * What it comes to on the way to {@code url}. As with curl, {@code no_proxy} holds for a proxy of
   * an option, too, and the other options for a proxy of the environment.
   */
  Proxies toProxies(WsUrl url, Map<String, String> environment) {
    var asked = new Proxies.Environment(except);
    if (chosen) {
      var exceptions = except == null ? NoProxy.of(environment) : except;
      return proxy
          .<Proxies>map(one -> new Proxies.Through(completed(one), exceptions))
          .orElseGet(Proxies.None::new);
    }
    return isCompleting() && asked.to(url, environment) instanceof Proxies.Choice.By(var named)
        ? new Proxies.Through(completed(named), NoProxy.NOWHERE)
        : asked;
  }

  private boolean isCompleting() {
    return login != null || insecure || !authorities.isEmpty();
  }

  private ProxySpec completed(ProxySpec one) {
    var tls = TlsSpec.DEFAULT.withVerify(!insecure).withAuthorities(authorities);
    return login == null ? one.withTls(tls) : one.withTls(tls).withLogin(login);
  }

  /** The first that was given. */
  Optional<UrlOnly.Given> given() {
    var option =
        chosen
            ? "-x"
            : except != null
                ? "--noproxy"
                : login != null
                    ? "--proxy-user"
                    : insecure ? "--proxy-insecure" : authorities.isEmpty() ? "" : "--proxy-cacert";
    return option.isEmpty() ? Optional.empty() : Optional.of(new UrlOnly.Given(option, "proxy"));
  }
}
