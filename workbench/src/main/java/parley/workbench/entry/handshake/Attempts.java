package parley.workbench.entry.handshake;

import java.util.Optional;
import java.util.Set;
import parley.model.connection.Attempt;
import parley.model.transcript.Entry;
import parley.store.SessionLog;
import parley.store.row.Filter;
import parley.store.row.Row;
import parley.store.row.RowKind;

/** Finds what came of an attempt to connect, by any row of it. */
public final class Attempts {

  private static final Set<RowKind> OUTCOMES =
      Set.of(RowKind.OPENED, RowKind.REFUSED, RowKind.FAILED);

  private Attempts() {}

  /** The attempt that a row belongs to: its outcome comes behind the rows that lead to it. */
  public static Optional<Attempt> find(SessionLog log, long position) {
    return log.row(position).flatMap(row -> find(log, row));
  }

  private static Optional<Attempt> find(SessionLog log, Row row) {
    var outcomes = Filter.ALL.ofKinds(OUTCOMES).ofConnection(row.connection());
    var found = log.find(outcomes, row.position(), leadsToOne(row.kind()), () -> false);
    return found.isEmpty()
        ? Optional.empty()
        : log.entry(found.getAsLong()).flatMap(stored -> attempt(stored.entry()));
  }

  private static boolean leadsToOne(RowKind kind) {
    return switch (kind) {
      case PHASE, TRIED, SECURED, HANDSHAKE_SENT, HANDSHAKE_RECEIVED -> true;
      case OPENED, REFUSED, FAILED -> true;
      case TEXT, BINARY, PING, PONG, CLOSE, FRAME, RAW, UNSENT -> false;
      case BROKEN, CLOSED, NOTICE, RETRY, LOST -> false;
    };
  }

  private static Optional<Attempt> attempt(Entry entry) {
    return switch (entry) {
      case Entry.Opened(var _, var attempt) -> Optional.of(attempt);
      case Entry.Refused(var _, var attempt) -> Optional.of(attempt);
      case Entry.Failed(var _, var attempt) -> Optional.of(attempt);
      case Entry.Phase _, Entry.Tried _, Entry.Secured _ -> Optional.empty();
      case Entry.HandshakeSent _, Entry.HandshakeReceived _ -> Optional.empty();
      case Entry.Message _, Entry.Frame _, Entry.Raw _, Entry.Broken _ -> Optional.empty();
      case Entry.Ping _, Entry.Pong _, Entry.Close _ -> Optional.empty();
      case Entry.Closed _, Entry.Unsent _, Entry.Notice _, Entry.Retry _ -> Optional.empty();
    };
  }
}
