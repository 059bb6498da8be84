package parley.model.collection;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * Where something stands in a file.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record Position(Path file, int line, int column) implements Comparable<Position> {

  private static final Comparator<Position> ORDER =
      Comparator.comparing(Position::file)
          .thenComparingInt(Position::line)
          .thenComparingInt(Position::column);

  public Position {
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException("lines and columns count from 1");
    }
  }

  /** By file, then line, then column. */
  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  /** As compilers print it, {@code path:line:column}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
