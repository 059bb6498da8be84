package parley.report.file;

import java.util.List;
import java.util.Locale;
import parley.model.collection.Position;
import parley.model.outcome.CheckOutcome;
import parley.model.outcome.Extracted;
import parley.model.outcome.Saw;
import parley.model.outcome.StepOutcome;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.report.JsonText;
import parley.report.test.JsonDiff;
import parley.report.test.Look;

/** One step as a JSON object: its checks, what it extracted, what it saw. */
record StepJson(Look look) {

  JsonText of(StepOutcome step) {
    var out = json().put("number", step.number()).put("label", step.label());
    step.id().ifPresent(id -> out.put("id", id));
    TestJson.putUnlessEmpty(at(out, step.at()), "connection", step.connection());
    out.put("depth", step.depth())
        .put("background", step.background())
        .put("soft", step.soft())
        .put("tries", step.tries())
        .put("began_us", TestJson.micros(step.began()))
        .put("took_us", TestJson.micros(step.ended().minus(step.began())))
        .putPlain("result", step.result().word());
    TestJson.putUnlessEmpty(out, "why", step.result().why());
    step.latency().ifPresent(latency -> out.put("latency_us", TestJson.micros(latency)));
    if (!step.checks().isEmpty()) {
      out.putObjects("checks", step.checks().stream().map(this::check).toList());
    }
    if (!step.extracted().isEmpty()) {
      out.putObjects("extracted", step.extracted().stream().map(this::extracted).toList());
    }
    step.saw().ifPresent(saw -> out.put("saw", saw(saw)));
    return out;
  }

  private JsonText json() {
    return new JsonText(look.redaction());
  }

  private JsonText at(JsonText out, Position at) {
    return out.put("file", look.file(at.file())).put("line", at.line()).put("column", at.column());
  }

  private JsonText check(CheckOutcome check) {
    var out =
        at(json(), check.at())
            .put("subject", check.subject())
            .put("expected", check.expected())
            .put("found", check.found())
            .putPlain("verdict", check.verdict().name().toLowerCase(Locale.ROOT));
    check.message().ifPresent(message -> out.put("message", message));
    return check.holds()
        ? out
        : JsonDiff.of(check, look.redaction())
            .map(lines -> out.putObjects("diff", diff(lines)))
            .orElse(out);
  }

  private List<JsonText> diff(List<JsonDiff.Line> lines) {
    return lines.stream()
        .map(line ->
            json()
                .putPlain("side", line.side().name().toLowerCase(Locale.ROOT))
                .put("depth", line.depth())
                .put("text", line.text()))
        .toList();
  }

  /** The value with its numbers as they were written; as a text where it held a secret. */
  private JsonText extracted(Extracted one) {
    var json = JsonWriter.write(one.value());
    var clean = look.redaction().in(json);
    var out = json().put("name", one.name());
    return JsonReader.read(clean) instanceof JsonReading.Read
        ? out.putJson("value", clean)
        : out.putPlain("value", clean);
  }

  private JsonText saw(Saw saw) {
    return json()
        .putNumbers("taken", saw.taken())
        .putObjects("rejected", saw.rejected().stream().map(this::rejected).toList())
        .put("rejected_count", saw.rejectedCount())
        .put("left", saw.left())
        .put("dropped", saw.dropped());
  }

  private JsonText rejected(Saw.Rejected one) {
    return json().put("number", one.number()).put("why", check(one.why()));
  }
}
