package parley.model.collection;

import java.util.List;

/** The way through a proxy. */
public sealed interface Proxy {

  /** Straight to the server. */
  record None() implements Proxy {}

  /** As the environment variables of the process say. */
  record Environment() implements Proxy {}

  /**
   * Through the proxy at a URL with the scheme http or socks5, with user and password in it.
   *
   * @param except hosts that are reached straight
   */
  record Through(Source url, List<Source> except) implements Proxy {
    public Through {
      except = List.copyOf(except);
    }
  }
}
