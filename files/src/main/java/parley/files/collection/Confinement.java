package parley.files.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import parley.model.collection.Source;

/**
 * Keeps the paths that files name inside of their collection, so that a collection from somebody
 * else reads nothing but itself.
 *
 * @param root the collection's folder
 * @param allowed further folders that the user, not the collection, has allowed
 */
public record Confinement(Path root, List<Path> allowed) {

  public Confinement {
    root = root.toAbsolutePath().normalize();
    allowed = allowed.stream().map(path -> path.toAbsolutePath().normalize()).toList();
  }

  /** Nothing but the collection. */
  public static Confinement of(Path root) {
    return new Confinement(root, List.of());
  }

  /** Where a path leads. */
  public sealed interface Resolution {

    /** To a place inside, where nothing needs to be. */
    record Inside(Path path) implements Resolution {}

    /** Out of the collection, or nowhere. */
    record Refused(String reason) implements Resolution {}
  }

  /**
   * Resolves a path as it stands in a file, against the folder of that file; links are followed.
   */
  public Resolution resolve(Source path) {
    return resolve(path.at().file(), path.text());
  }

  /** Resolves a path as it stands in {@code file}, when its templates are filled in. */
  public Resolution resolve(Path file, String path) {
    try {
      return resolve(file.toAbsolutePath().resolveSibling(path).normalize());
    } catch (InvalidPathException e) {
      return new Resolution.Refused("a path that no file can have");
    } catch (IOException e) {
      return new Resolution.Refused("a path that cannot be followed: " + e.getMessage());
    }
  }

  /** Resolves a path that does not stand in a file. */
  Resolution resolve(Path path) throws IOException {
    if (places().noneMatch(path::startsWith)) {
      return new Resolution.Refused("a path that leaves the collection");
    }
    var real = realPart(path);
    for (var place : places().toList()) {
      if (real.startsWith(realPart(place))) {
        return new Resolution.Inside(path);
      }
    }
    return new Resolution.Refused("a link that leaves the collection");
  }

  private Stream<Path> places() {
    return Stream.concat(Stream.of(root), allowed.stream());
  }

  /** Without links, as far as there is anything; a link to nowhere is followed, too. */
  private static Path realPart(Path path) throws IOException {
    if (Files.exists(path)) {
      return path.toRealPath();
    }
    if (Files.isSymbolicLink(path)) {
      return path.resolveSibling(Files.readSymbolicLink(path)).normalize();
    }
    var parent = path.getParent();
    return parent == null ? path : realPart(parent).resolve(path.getFileName());
  }
}
