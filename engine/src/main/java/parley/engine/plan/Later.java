package parley.engine.plan;

import java.util.Optional;
import parley.model.collection.ConnectionKeys;
import parley.model.collection.HttpVersion;
import parley.model.collection.Position;

/** What files may say of a connection already and this release does not do yet. */
final class Later {

  private Later() {}

  /** Notes all of it; settings have no place of their own and are told at {@code at}. */
  static void check(ConnectionKeys keys, Position at, Compiling compiling) {
    http(keys.http()).ifPresent(version -> http(version, at, compiling));
  }

  private static Optional<String> http(HttpVersion version) {
    return switch (version) {
      case HTTP_1_1, AUTO -> Optional.empty();
      case HTTP_2 -> Optional.of("2");
      case HTTP_3 -> Optional.of("3");
    };
  }

  private static void http(String version, Position at, Compiling compiling) {
    compiling.problem(
        at,
        "`http: " + version + "`",
        "`1.1` or `auto`",
        "HTTP/" + version + " comes with a later release; remove `http`");
  }
}
