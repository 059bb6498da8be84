package parley.workbench.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.model.connection.Attempt;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.value.Decimal;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;
import parley.store.row.Filter;
import parley.store.row.RowKind;
import parley.workbench.call.Json;
import parley.workbench.log.EventLine;

/**
 * A log as HAR 1.2 with the field {@code _webSocketMessages}, as Chrome writes it: an entry for
 * each attempt to connect, with the messages of its connection until the next one.
 */
final class Har {

  private static final Set<RowKind> ATTEMPTS =
      Set.of(RowKind.OPENED, RowKind.REFUSED, RowKind.FAILED);

  /** An attempt, and where the next one of the same connection begins. */
  private record Span(long from, long to, String connection, Entry entry) {}

  private final Selection rows;
  private final OutputStream out;
  private final String version;

  Har(Selection rows, OutputStream out, String version) {
    this.rows = rows;
    this.out = out;
    this.version = version;
  }

  void write() throws IOException {
    var creator = Json.object().put("name", "Parley").put("version", version).value();
    text("{\"log\":{\"version\":\"1.2\",\"creator\":" + JsonWriter.write(creator));
    text(",\"pages\":[],\"entries\":[");
    var first = true;
    for (var span : spans()) {
      text(first ? "\n" : ",\n");
      first = false;
      entry(span);
    }
    text("\n]}}\n");
  }

  private void text(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Span> spans() {
    var log = rows.log();
    var spans = new ArrayList<Span>();
    var attempts = Filter.ALL.ofKinds(ATTEMPTS);
    var end = log.size();
    for (var at = log.find(attempts, 0, true, () -> false);
        at.isPresent();
        at = log.find(attempts, at.getAsLong() + 1, true, () -> false)) {
      var stored = log.entry(at.getAsLong()).orElseThrow();
      endLast(spans, stored.connection(), stored.position());
      spans.add(new Span(stored.position(), end, stored.connection(), stored.entry()));
    }
    return spans;
  }

  private static void endLast(List<Span> spans, String connection, long end) {
    for (var i = spans.size() - 1; i >= 0; i--) {
      var span = spans.get(i);
      if (span.connection().equals(connection)) {
        spans.set(i, new Span(span.from(), end, connection, span.entry()));
        return;
      }
    }
  }

  private void entry(Span span) throws IOException {
    var head = JsonWriter.write(HarAttempt.of(attempt(span.entry()), span.entry().at().time()));
    text(head.substring(0, head.length() - 1) + ",\"_webSocketMessages\":[");
    var first = new boolean[] {true};
    rows.between(
        span.from(),
        span.to(),
        stored -> {
          if (stored.connection().equals(span.connection())) {
            for (var message : message(stored.entry()).stream().toList()) {
              text((first[0] ? "\n" : ",\n") + JsonWriter.write(message));
              first[0] = false;
            }
          }
        });
    text("]}");
  }

  /** What was not sent is an error, as Chrome has them: no reader takes it for a message. */
  private static Optional<Value> message(Entry entry) {
    return switch (entry) {
      case Entry.Message message -> Optional.of(message(message));
      case Entry.Unsent unsent ->
          Optional.of(
              Json.object()
                  .put("type", "error")
                  .put("time", seconds(unsent.at().time()))
                  .put("opcode", -1)
                  .put("data", EventLine.of(unsent))
                  .put("_unsent", unsent(unsent))
                  .value());
      case Entry _ -> Optional.empty();
    };
  }

  private static Json.Fields unsent(Entry.Unsent unsent) {
    var json = Json.object();
    unsent.opcode().ifPresent(opcode -> json.put("opcode", opcode.code()));
    return json.put("data", data(unsent.isText(), unsent.payload()));
  }

  private static String data(boolean text, Bytes payload) {
    return text ? payload.toText() : Base64.getEncoder().encodeToString(payload.toArray());
  }

  private static Attempt attempt(Entry entry) {
    return switch (entry) {
      case Entry.Opened(var _, var attempt) -> attempt;
      case Entry.Refused(var _, var attempt) -> attempt;
      case Entry.Failed(var _, var attempt) -> attempt;
      case Entry _ -> throw new IllegalStateException("only attempts were asked for: " + entry);
    };
  }

  private static Value message(Entry.Message message) {
    return Json.object()
        .put("type", message.direction() == Direction.SENT ? "send" : "receive")
        .put("time", seconds(message.at().time()))
        .put("opcode", message.text() ? 1 : 2)
        .put("data", data(message.text(), message.payload()))
        .value();
  }

  private static Value seconds(Instant time) {
    var micros = time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
    return Decimal.of(BigDecimal.valueOf(micros, 6)).<Value>map(number -> number).orElseThrow();
  }
}
