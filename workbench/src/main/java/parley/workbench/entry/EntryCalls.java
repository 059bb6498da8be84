package parley.workbench.entry;

import java.util.List;
import java.util.function.Function;
import parley.model.transcript.Direction;
import parley.model.value.Value;
import parley.store.SessionLog;
import parley.store.row.Row;
import parley.store.row.StoredEntry;
import parley.workbench.call.Answer;
import parley.workbench.call.BadCall;
import parley.workbench.call.Calls;
import parley.workbench.call.Json;
import parley.workbench.call.With;
import parley.workbench.entry.advice.AdviceJson;
import parley.workbench.entry.body.Bodies;
import parley.workbench.entry.body.Form;
import parley.workbench.entry.body.Language;
import parley.workbench.entry.handshake.Attempts;
import parley.workbench.entry.handshake.HandshakeJson;
import parley.workbench.log.EventLine;
import parley.workbench.log.Logs;
import parley.workbench.log.RowJson;

/** The calls by which the page looks at one row. */
public final class EntryCalls {

  private static final int MAX_LINES = 5000;

  private final Logs logs;
  private final Bodies bodies = new Bodies();

  public EntryCalls(Logs logs) {
    this.logs = logs;
  }

  /** Adds them. */
  public void addTo(Calls calls) {
    calls
        .addAside("log.entry", logs.on((log, with, page) -> detail(log, with)))
        .addAside("log.body", logs.on((log, with, page) -> body(log, with)))
        .addAside("log.draft", logs.on((log, with, page) -> draft(log, with)))
        .addAside("log.handshake", logs.on((log, with, page) -> handshake(log, with)))
        .addAside("log.compare", (with, page) -> compare(with));
  }

  private static Answer noRow() {
    return Answer.refuse(
        Answer.Code.MISSING, "There is no such row, or the disk could not keep it.");
  }

  private static Answer onEntry(SessionLog log, With with, Function<StoredEntry, Answer> work) {
    return log.entry(with.number("position")).map(work).orElseGet(EntryCalls::noRow);
  }

  private Answer detail(SessionLog log, With with) {
    var row = log.row(with.number("position"));
    return row.isEmpty()
        ? noRow()
        : onEntry(log, with, stored -> Answer.of(detail(log, row.get(), stored)));
  }

  private static Json.Fields detail(SessionLog log, Row row, StoredEntry stored) {
    var body = Bodies.body(stored);
    var hasPayload = row.kind().hasPayload();
    var json =
        Json.object()
            .put("row", RowJson.of(log, row))
            .put("forms", hasPayload ? body.forms() : List.of(), form -> Value.of(form.word()))
            .put("language", (hasPayload ? body.language() : Language.TEXT).word())
            .put("facts", Facts.of(row, stored))
            .put("frames", stored.frames(), FrameJson::of)
            .put("advice", AdviceJson.of(row.connection(), stored.entry()));
    if (row.kind().isMessage() && row.directionOrNull() == Direction.RECEIVED) {
      log.sentBefore(row.connection(), row.position())
          .ifPresent(sent -> json.put("sent", RowJson.of(log, sent)));
    }
    if (!row.kind().isMessage()) {
      json.put("text", EventLine.of(stored.entry()));
    }
    return json;
  }

  private Answer body(SessionLog log, With with) {
    var form =
        Form.of(with.text("form"))
            .orElseThrow(() -> new BadCall("there is no form `" + with.text("form") + "`"));
    var from = Math.max(0, with.number("from"));
    var count = with.count("count", MAX_LINES);
    return bodies
        .lines(log, with.number("position"), form)
        .map(lines ->
            Answer.of(
                Json.object()
                    .put("form", form.word())
                    .put("from", from)
                    .put("lines", lines.window(from, count), Value::of)
                    .put("total", lines.total())
                    .putText("how", lines.how())))
        .orElseGet(EntryCalls::noRow);
  }

  private static Answer draft(SessionLog log, With with) {
    return onEntry(
        log, with, stored -> Answer.of(DraftJson.of(stored.entry(), Bodies.body(stored))));
  }

  private static Answer handshake(SessionLog log, With with) {
    var position = with.number("position");
    var connection = log.row(position).map(Row::connection).orElse("");
    return Attempts.find(log, position)
        .map(found -> Answer.of(HandshakeJson.of(connection, found)))
        .orElseGet(() ->
            Answer.refuse(Answer.Code.MISSING, "Nothing has come of this attempt to connect yet."));
  }

  private Answer compare(With with) {
    var left = with.map("left");
    var right = with.map("right");
    return logs.on(
        left.text("session"),
        log -> logs.on(right.text("session"), other -> compare(log, left, other, right)));
  }

  private static Answer compare(SessionLog log, With left, SessionLog other, With right) {
    var one = log.entry(left.number("position"));
    var two = other.entry(right.number("position"));
    return one.isEmpty() || two.isEmpty()
        ? noRow()
        : Answer.of(Comparison.of(one.get(), two.get()));
  }
}
