package parley.model.snapshot;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot as it is now, told by what it was before.
 *
 * @param masks that come to those that it had, or take the place of one for the same subject
 * @param rows those whose messages are different; others stay as they are
 */
public record SnapshotUpdate(Snapshot before, List<Mask> masks, List<Row> rows) {

  public SnapshotUpdate {
    masks = List.copyOf(masks);
    rows = List.copyOf(rows);
  }

  /** The messages of a row. */
  public record Row(String name, List<Line> lines) {
    public Row {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A message now.
   *
   * @param beforeOrNull what it was, the same one when it has not changed; those of a row are in
   *     the order of the file. Null for a new one. What no line names is gone.
   */
  public record Line(@Nullable Kept beforeOrNull, Kept now) {

    /** What it was. */
    public Optional<Kept> before() {
      return Optional.ofNullable(beforeOrNull);
    }

    /** Whether it stands there and is different. */
    public boolean isChanged() {
      return beforeOrNull != null && !beforeOrNull.is(now);
    }
  }

  /** Whether there is nothing to change. */
  public boolean isEmpty() {
    return masks.isEmpty() && rows.isEmpty();
  }
}
