package parley.workbench.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.store.SessionLog;
import parley.store.View;
import parley.store.row.StoredEntry;

/**
 * The rows that are exported: all that a log has when it is written, or those of a filter.
 *
 * @param viewOrNull the filter
 */
record Selection(SessionLog log, @Nullable View viewOrNull) {

  private static final int POSITIONS = 1000;

  /** Takes entries. */
  interface Taker {
    void take(StoredEntry stored) throws IOException;
  }

  private Optional<View> view() {
    return Optional.ofNullable(viewOrNull);
  }

  /** Gives all of them in their order. */
  void each(Taker taker) throws IOException {
    between(0, log.size(), taker);
  }

  /** Gives those with a position from {@code from} to {@code to}. */
  void between(long from, long to, Taker taker) throws IOException {
    try {
      if (view().isEmpty()) {
        log.read(from, to, stored -> take(taker, stored));
      } else {
        chosen(view().get(), from, to, taker);
      }
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  private void chosen(View view, long from, long to, Taker taker) {
    var end = view.indexOf(to);
    for (var at = view.indexOf(from); at < end; at += POSITIONS) {
      var count = (int) Math.min(POSITIONS, end - at);
      for (long position : view.positions(at, count)) {
        log.read(position, position + 1, stored -> take(taker, stored));
      }
    }
  }

  private static void take(Taker taker, StoredEntry stored) {
    try {
      taker.take(stored);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
