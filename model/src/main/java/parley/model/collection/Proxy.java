package parley.model.collection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way through a proxy. */
public sealed interface Proxy {

  /** Straight to the server. */
  record None() implements Proxy {}

  /** As the environment variables of the process say. */
  record Environment() implements Proxy {}

  /**
   * Through the proxy at a URL with the scheme http, https, socks5 or socks5h.
   *
   * @param usernameOrNull in place of the user in the URL
   * @param passwordOrNull with the user
   * @param except hosts that are reached straight, as the variable NO_PROXY names them
   * @param tls to an https proxy
   */
  record Through(
      Source url,
      @Nullable Source usernameOrNull,
      @Nullable Source passwordOrNull,
      List<Source> except,
      Tls tls)
      implements Proxy {
    public Through {
      except = List.copyOf(except);
    }

    public Optional<Source> username() {
      return Optional.ofNullable(usernameOrNull);
    }

    public Optional<Source> password() {
      return Optional.ofNullable(passwordOrNull);
    }
  }
}
