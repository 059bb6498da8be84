package parley.workbench.entry.body;

import java.util.LinkedHashMap;
import java.util.Optional;
import parley.model.transcript.Entry;
import parley.protocol.frame.Bytes;
import parley.store.SessionLog;
import parley.store.row.EntryRecord;
import parley.store.row.Row;
import parley.store.row.RowKind;
import parley.store.row.StoredEntry;

/** Payloads that were looked at last, laid out, so that the next window of one costs nothing. */
public final class Bodies {

  private static final int MAX_LINES = 4;

  private record Key(String session, long position, Form form) {}

  private final LinkedHashMap<Key, Lines> recent = new LinkedHashMap<>(16, 0.75f, true);

  /** A payload in a form; empty when there is no such row. */
  public Optional<Lines> lines(SessionLog log, long position, Form form) {
    return switch (form) {
      case HEX -> size(log, position).map(size -> ByteLines.hex(part(log, position), size));
      case BASE64 -> size(log, position).map(size -> ByteLines.base64(part(log, position), size));
      case PRETTY, TEXT, VISIBLE, DECODED -> laidOut(log, position, form);
    };
  }

  private static Optional<Long> size(SessionLog log, long position) {
    return log.row(position).map(Row::payloadBytes);
  }

  private static ByteLines.Part part(SessionLog log, long position) {
    return (from, count) -> log.payload(position, from, count);
  }

  private synchronized Optional<Lines> laidOut(SessionLog log, long position, Form form) {
    var key = new Key(log.id(), position, form);
    var known = recent.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    var made = log.entry(position).map(stored -> body(stored).lines(form));
    made.ifPresent(lines -> keep(key, lines));
    return made;
  }

  private void keep(Key key, Lines lines) {
    recent.put(key, lines);
    if (recent.size() > MAX_LINES) {
      recent.pollFirstEntry();
    }
  }

  /** The payload of a row; nothing for an event. */
  public static Body body(StoredEntry stored) {
    var entry = stored.entry();
    var payload = RowKind.of(entry).hasPayload() ? EntryRecord.payload(entry) : Bytes.EMPTY;
    return new Body(isText(entry), payload);
  }

  private static boolean isText(Entry entry) {
    return switch (entry) {
      case Entry.Message message -> message.text();
      case Entry.Ping _, Entry.Pong _, Entry.Close _ -> EntryRecord.payload(entry).isUtf8();
      case Entry.Unsent unsent -> unsent.isText();
      case Entry.Frame _, Entry.Raw _ -> false;
      case Entry.Phase _, Entry.Tried _, Entry.Secured _ -> true;
      case Entry.HandshakeSent _, Entry.HandshakeReceived _ -> true;
      case Entry.Opened _, Entry.Refused _, Entry.Failed _ -> true;
      case Entry.Broken _, Entry.Closed _, Entry.Notice _, Entry.Retry _ -> true;
    };
  }
}
