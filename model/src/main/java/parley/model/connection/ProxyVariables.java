package parley.model.connection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.model.connection.Proxies.Choice;

/**
 * The proxies that environment variables name, by the rules of curl for WebSocket URLs. {@code
 * HTTP_PROXY} in capitals is not read, since a web server's visitors can set it. Other than with
 * curl, this machine itself is always reached straight, as in browsers.
 */
record ProxyVariables(Map<String, String> environment) {

  /** The first one that is set counts. */
  private static final List<String> PLAIN =
      List.of("ws_proxy", "WS_PROXY", "http_proxy", "all_proxy", "ALL_PROXY");

  private static final List<String> SECURE =
      List.of("wss_proxy", "WSS_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");

  Choice to(WsUrl url, Proxies.Environment asked) {
    var name = first(url.secure() ? SECURE : PLAIN);
    var except = asked.except().orElseGet(() -> NoProxy.of(environment)).withThisMachine();
    return name.isEmpty() || except.covers(url.host()) ? new Choice.Straight() : named(name.get());
  }

  private Optional<String> first(List<String> names) {
    return names.stream().filter(name -> !value(name).isEmpty()).findFirst();
  }

  private String value(String name) {
    return environment.getOrDefault(name, "").strip();
  }

  private Choice named(String variable) {
    return switch (ProxySpec.parse(value(variable))) {
      case ProxySpec.Parsed.Valid(var proxy) -> new Choice.By(proxy.withVariable(variable));
      case ProxySpec.Parsed.Invalid(var problem) -> new Choice.Unreadable(variable, problem);
    };
  }
}
