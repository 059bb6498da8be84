package parley.workbench.entry.handshake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.model.connection.AddressTry;
import parley.model.connection.Attempt;
import parley.model.connection.Evidence;
import parley.model.connection.HostText;
import parley.model.connection.Stage;
import parley.model.connection.TokenFacts;
import parley.model.transcript.Entry;
import parley.model.transcript.Moment;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.HandshakeViolation;
import parley.protocol.handshake.ResponseHead;
import parley.report.Amounts;
import parley.report.Sentences;
import parley.report.Visible;
import parley.workbench.call.Json;
import parley.workbench.entry.advice.AdviceJson;

/** How a connection came about, or why not: see {@code Handshake}. */
public final class HandshakeJson {

  private static final Moment NEVER = new Moment(Instant.EPOCH, Duration.ZERO);

  private HandshakeJson() {}

  /**
   * What the page shows of an attempt to connect.
   *
   * @param connection the name of the connection
   */
  public static Value of(String connection, Attempt attempt) {
    var json = common(attempt.evidence());
    advice(connection, attempt)
        .ifPresentOrElse(
            advice -> json.put("advice", advice), () -> json.put("advice", Value.of(List.of())));
    switch (attempt) {
      case Attempt.Open open -> opened(json, open);
      case Attempt.Rejected rejected -> refused(json, rejected);
      case Attempt.Failed failed -> failed(json, failed);
    }
    return json.value();
  }

  /** What the page shows of a token, or of what a server said in place of one. */
  public static Value of(TokenFacts token) {
    return WayJson.token(token).value();
  }

  private static Optional<Value> advice(String connection, Attempt attempt) {
    return switch (attempt) {
      case Attempt.Open _ -> Optional.empty();
      case Attempt.Rejected rejected ->
          Optional.of(AdviceJson.of(connection, new Entry.Refused(NEVER, rejected)));
      case Attempt.Failed failed ->
          Optional.of(AdviceJson.of(connection, new Entry.Failed(NEVER, failed)));
    };
  }

  private static Json.Fields common(Evidence evidence) {
    var json = Json.object().put("url", evidence.url().toString());
    evidence.request().ifPresent(head -> json.put("request", HttpJson.head(head, head.encode())));
    evidence
        .answer()
        .ifPresent(head ->
            json.put(
                "response",
                HttpJson.head(head, received(evidence, head)).put("status", head.status())));
    evidence.tls().ifPresent(facts -> json.put("tls", TlsJson.of(facts)));
    WayJson.fill(json, evidence.way());
    return json.put("extensions", Json.texts(extensions(evidence)))
        .put("timing", timing(evidence))
        .put("tries", evidence.tries(), HandshakeJson::tried)
        .put("findings", evidence.violations(), HandshakeJson::finding);
  }

  private static Bytes received(Evidence evidence, ResponseHead head) {
    return evidence.received().isEmpty() ? head.encode() : evidence.received();
  }

  private static List<String> extensions(Evidence evidence) {
    return evidence.answer().stream()
        .flatMap(head -> head.all("Sec-WebSocket-Extensions").stream())
        .map(Visible::line)
        .toList();
  }

  /** Each stage with the time at which it began, as one comes after the other. */
  private static Value timing(Evidence evidence) {
    var start = Duration.ZERO;
    var all = new ArrayList<Value>();
    for (var stage : Stage.values()) {
      var time = evidence.timings().of(stage);
      if (time.isPresent()) {
        all.add(
            Json.object()
                .put("stage", Sentences.name(stage))
                .put("start", Json.millis(start))
                .put("millis", Json.millis(time.get()))
                .put("text", Amounts.duration(time.get()))
                .value());
        start = start.plus(time.get());
      }
    }
    return Value.of(all);
  }

  private static Value tried(AddressTry tried) {
    return Json.object()
        .put("address", HostText.of(tried.address()))
        .put("text", tried.failure().map(Visible::line).orElse("connected"))
        .put("millis", Json.millis(tried.duration()))
        .value();
  }

  private static Value finding(HandshakeViolation violation) {
    return Json.object()
        .put("severity", "error")
        .put("text", Visible.line(violation.found()) + ": " + violation.rule().statement())
        .put("section", violation.rule().section())
        .value();
  }

  private static void opened(Json.Fields json, Attempt.Open open) {
    json.put("state", "opened").putText("subprotocol", open.subprotocol().map(Visible::line));
  }

  private static void refused(Json.Fields json, Attempt.Rejected rejected) {
    json.put("state", "refused")
        .put("failure", Sentences.refusal(rejected))
        .put("body", HttpJson.body(rejected));
  }

  private static void failed(Json.Fields json, Attempt.Failed failed) {
    var received = failed.evidence().received();
    json.put("state", "failed")
        .put("stage", Sentences.name(failed.stage()))
        .put("failure", Visible.line(failed.text()))
        .putText("exception", Optional.of(failed.cause() + ": " + failed.text()));
    if (failed.evidence().answer().isEmpty() && !received.isEmpty()) {
      json.put("body", foreign(received));
    }
  }

  /** The first bytes of something that does not speak HTTP. */
  private static Json.Fields foreign(Bytes received) {
    return Json.object()
        .put("text", received.isUtf8() ? Visible.lines(received.toText()) : "")
        .put("hex", Visible.pairs(received))
        .put("size", received.size())
        .put("end", "")
        .put("type", "not HTTP");
  }
}
