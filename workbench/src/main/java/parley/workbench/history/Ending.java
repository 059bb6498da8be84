package parley.workbench.history;

import java.util.Set;
import parley.model.transcript.Entry;
import parley.protocol.endpoint.Closure;
import parley.store.SessionLog;
import parley.store.row.Filter;
import parley.store.row.RowKind;
import parley.workbench.log.EventLine;

/**
 * How a session ended, by its last event of a connection.
 *
 * @param state as {@code ConnectionState} has it
 * @param text in a line
 */
record Ending(String state, String text) {

  static final Ending NOTHING = new Ending("disconnected", "nothing was connected");

  private static final Filter EVENTS =
      Filter.ALL.ofKinds(Set.of(RowKind.OPENED, RowKind.REFUSED, RowKind.FAILED, RowKind.CLOSED));

  static Ending of(SessionLog log) {
    var found = log.find(EVENTS, log.size() - 1, false, () -> false);
    return found.isEmpty()
        ? NOTHING
        : log.entry(found.getAsLong()).map(stored -> of(stored.entry())).orElse(NOTHING);
  }

  private static Ending of(Entry entry) {
    return new Ending(state(entry), EventLine.of(entry));
  }

  private static String state(Entry entry) {
    return switch (entry) {
      case Entry.Opened _ -> "connected";
      case Entry.Refused _ -> "refused";
      case Entry.Failed _ -> "failed";
      case Entry.Closed(var _, var closure) -> state(closure);
      case Entry.Phase _, Entry.Tried _, Entry.Secured _ -> "connecting";
      case Entry.HandshakeSent _, Entry.HandshakeReceived _ -> "connecting";
      case Entry.Message _, Entry.Frame _, Entry.Raw _, Entry.Broken _ -> "connected";
      case Entry.Ping _,
          Entry.Pong _,
          Entry.Close _,
          Entry.Unsent _,
          Entry.Notice _,
          Entry.Retry _ ->
          "connected";
    };
  }

  private static String state(Closure closure) {
    return closure.isClean() ? "closed" : "failed";
  }
}
