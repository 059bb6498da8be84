package parley.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import parley.model.transcript.Moment;
import parley.protocol.frame.Bytes;
import parley.store.row.Row;
import parley.store.row.RowKind;

/** Stands in for rows that the disk could not keep. */
final class LostRows {

  private LostRows() {}

  /** The rows that were found, with a lost one for each that is missing in between. */
  static List<Row> fill(long from, long to, List<Row> found) {
    if (found.size() == to - from) {
      return found;
    }
    var rows = new ArrayList<Row>();
    var at = from;
    for (var row : found) {
      for (; at < row.position(); at++) {
        rows.add(lost(at));
      }
      rows.add(row);
      at++;
    }
    for (; at < to; at++) {
      rows.add(lost(at));
    }
    return rows;
  }

  private static Row lost(long position) {
    var moment = new Moment(Instant.EPOCH, Duration.ZERO);
    return new Row(position, 0, moment, "", RowKind.LOST, null, 0, 0, false, 0, Bytes.EMPTY, null);
  }
}
