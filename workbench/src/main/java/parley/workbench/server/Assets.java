package parley.workbench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import parley.protocol.frame.Bytes;

/** The files of the page: a fixed list from the class path, in memory. */
final class Assets {

  private static final String FOLDER = "parley-page/";

  private static final Map<String, String> TYPES =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "app.js", "text/javascript; charset=utf-8",
          "page.css", "text/css; charset=utf-8",
          "tokens.css", "text/css; charset=utf-8",
          "icon.svg", "image/svg+xml");

  /** One of them. */
  record Asset(String type, Bytes bytes) {}

  private final Map<String, Asset> all = new LinkedHashMap<>();

  /** Reads them. */
  Assets() {
    TYPES.forEach((name, type) -> all.put("/" + name, new Asset(type, read(name))));
    all.put("/", find("/index.html").orElseThrow());
  }

  /** The one that a request's path names exactly. */
  Optional<Asset> find(String path) {
    return Optional.ofNullable(all.get(path));
  }

  private static Bytes read(String name) {
    try (var stream = Assets.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new IllegalStateException("the page has no " + name);
      }
      return Bytes.of(stream.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
