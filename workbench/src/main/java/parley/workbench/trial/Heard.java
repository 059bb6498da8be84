package parley.workbench.trial;

import java.util.ArrayList;
import java.util.List;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.store.SessionLog;
import parley.store.row.StoredEntry;
import parley.workbench.call.Answer;
import parley.workbench.log.Logs;
import parley.workbench.step.Rehearsal;

/** The messages of a log that a step is tried on. */
final class Heard {

  /** Rows that are looked at, and bytes that are read, for one try at most. */
  private static final int MAX_ROWS = 1000;

  private static final long MAX_BYTES = 8 << 20;

  private Heard() {}

  /** The one in a row, or the newest of all when that is none. Blocks. */
  static List<Rehearsal.Heard> in(Logs logs, String session, long position) {
    var found = new ArrayList<Rehearsal.Heard>();
    var _ =
        logs.on(
            session,
            log -> {
              log.entry(position).ifPresent(one -> add(one, found));
              if (found.isEmpty()) {
                found.addAll(newest(log));
              }
              return Answer.DONE;
            });
    return found;
  }

  private static List<Rehearsal.Heard> newest(SessionLog log) {
    var found = new ArrayList<Rehearsal.Heard>();
    var bytes = 0L;
    for (var at = log.size() - 1; at >= Math.max(0, log.size() - MAX_ROWS); at--) {
      var row = log.row(at);
      bytes += row.map(one -> one.payloadBytes()).orElse(0L);
      if (bytes > MAX_BYTES) {
        break;
      }
      log.entry(at).ifPresent(one -> add(one, found));
    }
    return found.reversed();
  }

  private static void add(StoredEntry stored, List<Rehearsal.Heard> to) {
    if (stored.entry() instanceof Entry.Message message
        && message.direction() == Direction.RECEIVED) {
      to.add(
          new Rehearsal.Heard(
              stored.connection(), stored.position(), message.text(), message.payload()));
    }
  }
}
