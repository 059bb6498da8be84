package parley.workspace;

import java.nio.file.Path;
import parley.model.collection.Position;

/** Paths as a person would write them where Parley was started. */
public final class Places {

  private Places() {}

  /** Relative to the current folder where that is shorter. */
  public static Path shown(Path file) {
    var here = Path.of("").toAbsolutePath();
    var whole = file.toAbsolutePath().normalize();
    if (whole.equals(here)) {
      return Path.of(".");
    }
    if (!here.getRoot().equals(whole.getRoot())) {
      return whole;
    }
    var relative = here.relativize(whole);
    return relative.toString().length() < whole.toString().length() ? relative : whole;
  }

  /** A place with its file as {@link #shown(Path)}. */
  public static Position shown(Position at) {
    return new Position(shown(at.file()), at.line(), at.column());
  }
}
