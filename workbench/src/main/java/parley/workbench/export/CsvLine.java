package parley.workbench.export;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import parley.model.transcript.Entry;
import parley.store.row.EntryRecord;
import parley.store.row.RowKind;
import parley.store.row.StoredEntry;
import parley.workbench.log.EventLine;

/** An entry as a line of CSV (RFC 4180). */
final class CsvLine {

  static final String NAMES =
      "position,number,time,elapsed_us,connection,direction,kind,size,wire_size,frames,compressed,text,base64,why";

  private CsvLine() {}

  static String of(StoredEntry stored) {
    var facts = EntryRecord.of(stored.entry());
    return List.of(
            Long.toString(stored.position()),
            Long.toString(stored.number()),
            facts.at().time().toString(),
            Long.toString(facts.at().elapsed().toNanos() / 1000),
            stored.connection(),
            direction(facts),
            lower(facts.kind()),
            Long.toString(facts.payloadBytes()),
            Long.toString(facts.wireBytes()),
            Integer.toString(facts.frames()),
            Boolean.toString(facts.compressed()),
            text(stored, facts.kind()),
            base64(stored, facts.kind()),
            stored.entry() instanceof Entry.Unsent unsent ? unsent.why() : "")
        .stream()
        .map(CsvLine::cell)
        .collect(Collectors.joining(","));
  }

  /** What was not sent has none. */
  private static String direction(EntryRecord facts) {
    var direction = facts.directionOrNull();
    return direction == null || facts.kind() == RowKind.UNSENT ? "" : lower(direction);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String text(StoredEntry stored, RowKind kind) {
    return isText(stored, kind)
        ? EntryRecord.payload(stored.entry()).toText()
        : kind.hasPayload() ? "" : EventLine.of(stored.entry());
  }

  private static String base64(StoredEntry stored, RowKind kind) {
    return kind.hasPayload() && !isText(stored, kind)
        ? Base64.getEncoder().encodeToString(EntryRecord.payload(stored.entry()).toArray())
        : "";
  }

  private static boolean isText(StoredEntry stored, RowKind kind) {
    return switch (kind) {
      case TEXT -> true;
      case UNSENT -> stored.entry() instanceof Entry.Unsent unsent && unsent.isText();
      case PING, PONG -> EntryRecord.payload(stored.entry()).isUtf8();
      case BINARY, CLOSE, FRAME, RAW -> false;
      case PHASE, TRIED, SECURED, HANDSHAKE_SENT, HANDSHAKE_RECEIVED -> false;
      case OPENED, REFUSED, FAILED, BROKEN, CLOSED, NOTICE, RETRY, LOST -> false;
    };
  }

  private static String cell(String text) {
    var needsQuotes = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return needsQuotes ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
