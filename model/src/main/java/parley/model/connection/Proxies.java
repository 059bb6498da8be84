package parley.model.connection;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By which proxies servers are reached. */
public sealed interface Proxies {

  /** All servers are reached straight. */
  record None() implements Proxies {}

  /**
   * As the process's environment variables say.
   *
   * @param exceptOrNull in place of what {@code no_proxy} says
   */
  record Environment(@Nullable NoProxy exceptOrNull) implements Proxies {
    Optional<NoProxy> except() {
      return Optional.ofNullable(exceptOrNull);
    }
  }

  /** One proxy for all servers but some. */
  record Through(ProxySpec proxy, NoProxy except) implements Proxies {}

  /** The way to one server. */
  sealed interface Choice {

    record Straight() implements Choice {}

    record By(ProxySpec proxy) implements Choice {}

    /** An environment variable should name a proxy, and does not. */
    record Unreadable(String variable, String problem) implements Choice {}
  }

  /** The way to {@code url}, in a process with the variables {@code environment}. */
  default Choice to(WsUrl url, Map<String, String> environment) {
    return switch (this) {
      case None _ -> new Choice.Straight();
      case Through(var proxy, var except) ->
          except.covers(url.host()) ? new Choice.Straight() : new Choice.By(proxy);
      case Environment asked -> new ProxyVariables(environment).to(url, asked);
    };
  }
}
