package parley.workbench.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import parley.protocol.frame.Bytes;

/**
 * The files of the page: a fixed list of paths, so that no path can lead elsewhere, from the class
 * path.
 */
final class Assets {

  private static final String FOLDER = "parley-page/";

  private static final String HTML = "text/html; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";
  private static final String SVG = "image/svg+xml";

  /** What everybody may see who asks from this machine: the same for all, and public. */
  private static final Map<String, Place> OPEN =
      Map.of(
          Entrance.PATH,
          new Place("enter.html", HTML),
          "/enter.js",
          new Place("enter.js", SCRIPT),
          "/enter.css",
          new Place("enter.css", STYLE),
          "/tokens.css",
          new Place("tokens.css", STYLE),
          "/icon.svg",
          new Place("icon.svg", SVG));

  private static final Map<String, Place> INNER =
      Map.of(
          "/", new Place("index.html", HTML),
          "/app.js", new Place("app.js", SCRIPT),
          "/page.css", new Place("page.css", STYLE));

  /** Where a path leads. */
  private record Place(String file, String type) {}

  /**
   * A file.
   *
   * @param tag changes with it (RFC 9110, 8.8.3)
   */
  record Asset(String type, String tag, Bytes bytes) {}

  private final Map<Place, Asset> read = new ConcurrentHashMap<>();

  /** The one that everybody may see under exactly this path. */
  Optional<Asset> open(String path) {
    return Optional.ofNullable(OPEN.get(path)).map(this::asset);
  }

  /** The one that only users may see under exactly this path. */
  Optional<Asset> inner(String path) {
    return Optional.ofNullable(INNER.get(path)).map(this::asset);
  }

  private Asset asset(Place place) {
    return read.computeIfAbsent(place, Assets::load);
  }

  private static Asset load(Place place) {
    try (var stream = Assets.class.getClassLoader().getResourceAsStream(FOLDER + place.file())) {
      if (stream == null) {
        throw new IllegalStateException("the page has no " + place.file());
      }
      var bytes = stream.readAllBytes();
      return new Asset(place.type(), tag(bytes), Bytes.of(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String tag(byte[] bytes) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return '"' + HexFormat.of().formatHex(digest, 0, 8) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
