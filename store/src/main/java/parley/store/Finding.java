package parley.store;

import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import parley.store.row.Filter;

/** Looks for one row, a run of rows at a time. */
record Finding(SessionLog log, Filter filter, BooleanSupplier cancelled) {

  OptionalLong find(long from, boolean forward) {
    return forward ? next(Math.max(0, from)) : previous(Math.min(from, log.size() - 1));
  }

  private OptionalLong next(long from) {
    for (var at = from; at < log.size() && !cancelled.getAsBoolean(); at += SessionLog.SCAN_ROWS) {
      var first = new Best();
      log.scan(at, end(at), filter, first::keepFirst, () -> first.found || stopped());
      if (first.found) {
        return OptionalLong.of(first.position);
      }
    }
    return OptionalLong.empty();
  }

  private long end(long at) {
    return Math.min(log.size(), at + SessionLog.SCAN_ROWS);
  }

  private OptionalLong previous(long from) {
    for (var end = from + 1; end > 0 && !cancelled.getAsBoolean(); end -= SessionLog.SCAN_ROWS) {
      var last = new Best();
      log.scan(Math.max(0, end - SessionLog.SCAN_ROWS), end, filter, last::keepLast, this::stopped);
      if (last.found) {
        return OptionalLong.of(last.position);
      }
    }
    return OptionalLong.empty();
  }

  private boolean stopped() {
    return cancelled.getAsBoolean();
  }

  private static final class Best {
    private boolean found;
    private long position;

    private void keepFirst(long at) {
      if (!found) {
        keepLast(at);
      }
    }

    private void keepLast(long at) {
      found = true;
      position = at;
    }
  }
}
