package parley.report.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.model.outcome.Numbered;
import parley.model.outcome.StepOutcome;
import parley.model.outcome.TestOutcome;
import parley.report.JsonLines;
import parley.report.JsonText;
import parley.report.test.Look;

/**
 * One test as a JSON object, as {@code docs/report.schema.json} describes it.
 *
 * @param limits of what is written
 */
record TestJson(Look look, Limits limits) {

  /**
   * How much of a test is written.
   *
   * @param entries of a transcript: the first half of them and the last
   * @param messageBytes of each message
   */
  record Limits(int entries, int messageBytes) {
    static final Limits NONE = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** The object; {@code id} tells it from the others of the report. */
  JsonText of(TestOutcome test, int id) {
    var facts = test.facts();
    var out =
        new JsonText(look.redaction())
            .put("id", id)
            .put("collection", facts.collection())
            .put("file", look.file(test.file()))
            .put("name", test.name());
    putUnlessEmpty(out, "row", test.row());
    putUnlessEmpty(out, "docs", facts.docs());
    facts.environment().ifPresent(name -> out.put("environment", name));
    facts.mock().ifPresent(url -> out.put("mock", url));
    out.putTexts("tags", facts.tags()).put("flaky", test.isFlaky()).put("tries", test.tries());
    run(out, test);
    return test.earlier().isEmpty() ? out : out.putObjects("earlier", earlier(test));
  }

  private List<JsonText> earlier(TestOutcome test) {
    return test.earlier().stream().map(one -> run(new JsonText(look.redaction()), one)).toList();
  }

  /** What differs from try to try. */
  private JsonText run(JsonText out, TestOutcome test) {
    out.putPlain("result", test.result().word());
    putUnlessEmpty(out, "why", test.result().why());
    out.putPlain("began", test.began().toString())
        .put("took_us", micros(test.outcome().took()))
        .put("seed", test.seed());
    if (test.outcome().unsent() > 0) {
      out.put("unsent", test.outcome().unsent());
    }
    test.clock().ifPresent(time -> out.putPlain("clock", time.toString()));
    out.putObjects("steps", steps(test));
    return transcript(out, test.transcript());
  }

  private List<JsonText> steps(TestOutcome test) {
    var json = new StepJson(look);
    return StepOutcome.inOrder(test.outcome().steps()).stream().map(json::of).toList();
  }

  private JsonText transcript(JsonText out, List<Numbered> entries) {
    if (entries.size() <= limits.entries()) {
      return out.putObjects("transcript", entries(entries));
    }
    var half = limits.entries() / 2;
    var kept = new ArrayList<>(entries.subList(0, half));
    kept.addAll(entries.subList(entries.size() - half, entries.size()));
    return out.put("transcript_cut", entries.size() - kept.size())
        .putObjects("transcript", entries(kept));
  }

  private List<JsonText> entries(List<Numbered> entries) {
    return entries.stream()
        .map(one -> JsonLines.of(one, look.redaction(), limits.messageBytes()))
        .toList();
  }

  static void putUnlessEmpty(JsonText out, String name, String text) {
    if (!text.isEmpty()) {
      out.put(name, text);
    }
  }

  static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }
}
