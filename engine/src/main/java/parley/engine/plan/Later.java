package parley.engine.plan;

import parley.model.collection.ConnectionKeys;
import parley.model.collection.Position;
import parley.model.collection.Proxy;

/** What files may say of a connection already and this release does not do yet. */
final class Later {

  private Later() {}

  /** Notes all of it; settings have no place of their own and are told at {@code at}. */
  static void check(ConnectionKeys keys, Position at, Compiling compiling) {
    switch (keys.http()) {
      case HTTP_1_1, AUTO -> {}
      case HTTP_2 -> http("2", at, compiling);
      case HTTP_3 -> http("3", at, compiling);
    }
    switch (keys.proxy()) {
      case Proxy.None _, Proxy.Environment _ -> {}
      case Proxy.Through through ->
          compiling.problem(
              through.url().at(),
              "a proxy",
              "`none` or `environment`, which connect straight",
              "proxies come with a later release; remove `proxy`");
    }
    if (keys.settings().followRedirects()) {
      compiling.problem(
          at,
          "`follow-redirects: true`",
          "`false`",
          "redirects come with a later release; remove `follow-redirects`");
    }
  }

  private static void http(String version, Position at, Compiling compiling) {
    compiling.problem(
        at,
        "`http: " + version + "`",
        "`1.1` or `auto`",
        "HTTP/" + version + " comes with a later release; remove `http`");
  }
}
