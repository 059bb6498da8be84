package parley.workbench.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.transcript.Moment;
import parley.model.value.Value;
import parley.report.Visible;
import parley.store.SessionLog;
import parley.store.row.Row;
import parley.store.row.RowKind;
import parley.workbench.call.Json;

/** Rows as the page has them, see {@code LogRow}. */
public final class RowJson {

  private static final Map<String, RowKind> KINDS =
      Map.copyOf(
          Arrays.stream(RowKind.values()).collect(Collectors.toMap(RowJson::word, kind -> kind)));

  private RowJson() {}

  /** The row, with what a line shows of it. */
  public static Value of(SessionLog log, Row row) {
    var json =
        Json.object()
            .put("p", row.position())
            .put("t", micros(row.at()))
            .put("d", word(row.directionOrNull()))
            .put("k", word(row.kind()))
            .put("s", row.payloadBytes())
            .put("w", row.wireBytes())
            .put("x", line(log, row));
    if (!row.connection().isEmpty()) {
      json.put("c", row.connection());
    }
    if (row.compressed()) {
      json.put("z", true);
    }
    if (row.kind() == RowKind.UNSENT) {
      json.putText("why", unsent(log, row).map(it -> Visible.line(it.why())));
    }
    if (row.event().orElse(null) instanceof Entry.Retry retry) {
      json.put("retry", retry(retry));
    }
    if (row.frames() > 1) {
      json.put("f", row.frames());
    }
    return json.value();
  }

  /** Which try of a lost connection comes when, and why. */
  private static Value retry(Entry.Retry retry) {
    return Json.object()
        .put("attempt", retry.attempt())
        .put("of", retry.attempts())
        .put("due", retry.at().time().plus(retry.delay()).toEpochMilli())
        .put("why", Visible.line(retry.why()))
        .value();
  }

  private static long micros(Moment at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at.time());
  }

  static String word(@Nullable Direction direction) {
    return switch (direction) {
      case null -> "";
      case SENT -> "out";
      case RECEIVED -> "in";
    };
  }

  static String word(RowKind kind) {
    return switch (kind) {
      case TEXT -> "text";
      case BINARY -> "binary";
      case PING -> "ping";
      case PONG -> "pong";
      case CLOSE -> "close";
      case PHASE -> "phase";
      case TRIED -> "tried";
      case SECURED -> "secured";
      case HANDSHAKE_SENT -> "request";
      case HANDSHAKE_RECEIVED -> "response";
      case OPENED -> "opened";
      case REFUSED -> "refused";
      case FAILED -> "failed";
      case BROKEN -> "violation";
      case CLOSED -> "closed";
      case NOTICE -> "notice";
      case FRAME -> "frame";
      case RAW -> "raw";
      case LOST -> "lost";
      case UNSENT -> "unsent";
      case RETRY -> "retry";
    };
  }

  static Optional<RowKind> kind(String word) {
    return Optional.ofNullable(KINDS.get(word));
  }

  private static String line(SessionLog log, Row row) {
    return switch (row.kind()) {
      case TEXT, BINARY -> PayloadLine.of(row.kind() == RowKind.TEXT, row.head());
      case PING -> PayloadLine.of(row.head());
      case RAW -> PayloadLine.of(false, row.head());
      case UNSENT -> unsent(log, row).map(PayloadLine::of).orElse("");
      case LOST -> "This row could not be kept: the disk was full or not writable.";
      case PONG, CLOSE, FRAME ->
          log.entry(row.position()).map(stored -> EventLine.of(stored.entry())).orElse("");
      case PHASE, TRIED, SECURED, HANDSHAKE_SENT, HANDSHAKE_RECEIVED -> event(row);
      case OPENED, REFUSED, FAILED, BROKEN, CLOSED, NOTICE, RETRY -> event(row);
    };
  }

  private static Optional<Entry.Unsent> unsent(SessionLog log, Row row) {
    return log.entry(row.position())
        .flatMap(stored ->
            stored.entry() instanceof Entry.Unsent unsent ? Optional.of(unsent) : Optional.empty());
  }

  private static String event(Row row) {
    return row.event().map(EventLine::of).orElse("");
  }
}
