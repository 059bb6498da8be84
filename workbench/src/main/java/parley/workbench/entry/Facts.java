package parley.workbench.entry;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.value.Value;
import parley.report.Amounts;
import parley.report.Visible;
import parley.store.row.Row;
import parley.store.row.RowKind;
import parley.store.row.StoredEntry;
import parley.workbench.call.Json;

/** What is known of a row beside its payload, by name. */
final class Facts {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS xxx");

  private final Map<String, String> facts = new LinkedHashMap<>();

  private Facts() {}

  static Value of(Row row, StoredEntry stored) {
    var facts = new Facts();
    facts.common(row);
    facts.own(stored.entry());
    return Json.list(
        facts.facts.entrySet(),
        fact -> Json.object().put("name", fact.getKey()).put("value", fact.getValue()).value());
  }

  private void common(Row row) {
    facts.put("Row", String.format(Locale.ROOT, "%,d", row.position() + 1));
    facts.put("Time", TIME.format(row.at().time().atZone(ZoneId.systemDefault())));
    facts.put("Since the start", Amounts.duration(row.at().elapsed()));
    row.direction()
        .filter(_ -> row.kind() != RowKind.UNSENT)
        .ifPresent(direction -> facts.put("Direction", word(direction)));
    if (!row.connection().isEmpty()) {
      facts.put("Connection", row.connection());
    }
    if (row.kind().hasPayload()) {
      facts.put("Size", size(row.payloadBytes()));
    }
    if (row.kind().isMessage()) {
      facts.put("On the wire", wire(row));
      facts.put("Frames", Integer.toString(row.frames()));
    }
  }

  private static String word(Direction direction) {
    return switch (direction) {
      case SENT -> "sent";
      case RECEIVED -> "received";
    };
  }

  private static String size(long bytes) {
    var exact = String.format(Locale.ROOT, "%,d bytes", bytes);
    return bytes < 1024 ? exact : Amounts.size(bytes) + " (" + exact + ")";
  }

  private static String wire(Row row) {
    if (!row.compressed()) {
      return size(row.wireBytes());
    }
    var percent = row.payloadBytes() == 0 ? 100 : 100 * row.wireBytes() / row.payloadBytes();
    return size(row.wireBytes()) + ", compressed to " + percent + " %";
  }

  private void own(Entry entry) {
    switch (entry) {
      case Entry.Pong pong ->
          pong.roundTrip().ifPresent(time -> facts.put("Round trip", Amounts.duration(time)));
      case Entry.Close(var _, var _, var status) -> {
        facts.put("Code", status.code() + " " + status.code().meaning());
        facts.put("Reason", Visible.text(status.reason()));
      }
      case Entry.Closed(var _, var closure) -> {
        facts.put("Code", closure.code() + " " + closure.code().meaning());
        facts.put("Clean", closure.isClean() ? "yes" : "no");
      }
      case Entry.Broken(var _, var violation) -> {
        facts.put("Rule", violation.rule().statement());
        facts.put("Section", violation.rule().section());
      }
      case Entry.Message _,
          Entry.Frame _,
          Entry.Raw _,
          Entry.Ping _,
          Entry.Notice _,
          Entry.Retry _ -> {}
      case Entry.Unsent _ -> {}
      case Entry.Phase _, Entry.Tried _, Entry.Secured _ -> {}
      case Entry.HandshakeSent _, Entry.HandshakeReceived _ -> {}
      case Entry.Opened _, Entry.Refused _, Entry.Failed _ -> {}
    }
  }
}
