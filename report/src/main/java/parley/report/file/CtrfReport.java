package parley.report.file;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import parley.model.outcome.Result;
import parley.model.outcome.RunOutcome;
import parley.model.outcome.StepOutcome;
import parley.model.outcome.TestOutcome;
import parley.report.JsonText;
import parley.report.test.Look;
import parley.report.test.Tally;
import parley.report.test.TestText;

/**
 * A run of tests in the Common Test Report Format 1.0 (ctrf.io): {@code failed} where the other
 * side did something else, {@code other} where it could not be done, both with what went wrong.
 */
public final class CtrfReport {

  private static final String VERSION = "1.0.0";

  private final Look look;
  private final TestText text;

  private CtrfReport(Look look) {
    this.look = look;
    this.text = TestText.of(look, List.of());
  }

  /** Writes the document; holds one test at a time. {@code look} is without colours. */
  public static void write(RunOutcome run, Look look, Appendable out) throws IOException {
    new CtrfReport(look).write(run, out);
  }

  private void write(RunOutcome run, Appendable out) throws IOException {
    out.append("{\"reportFormat\":\"CTRF\",\"specVersion\":\"").append(VERSION);
    out.append("\",\"timestamp\":\"").append(end(run.began(), run.took()).toString());
    out.append("\",\"generatedBy\":\"parley\",\"results\":{\"tool\":");
    out.append(tool(run).toString()).append(",\"summary\":").append(summary(run).toString());
    out.append(",\"tests\":[");
    var separator = "\n";
    for (var test : run.tests()) {
      out.append(separator).append(test(test).toString());
      separator = ",\n";
    }
    out.append("\n]").append(environment(run)).append("}}\n");
  }

  private JsonText json() {
    return new JsonText(look.redaction());
  }

  private JsonText tool(RunOutcome run) {
    var words = run.program().split(" ", 2);
    var out = json().putPlain("name", words[0]);
    return words.length < 2 ? out : out.putPlain("version", words[1]);
  }

  private JsonText summary(RunOutcome run) {
    var tally = Tally.of(run.tests());
    var suites = run.tests().stream().map(TestOutcome::file).distinct().count();
    return json()
        .put("tests", tally.all())
        .put("passed", tally.passed())
        .put("failed", tally.failed())
        .put("skipped", tally.skipped())
        .put("pending", 0)
        .put("other", tally.broken())
        .put("flaky", tally.flaky())
        .put("suites", suites)
        .put("start", run.began().toEpochMilli())
        .put("stop", end(run.began(), run.took()).toEpochMilli())
        .put("duration", run.took().toMillis())
        .put("extra", json().put("seed", run.repetition().seed()).put("planned", run.planned()));
  }

  private static Instant end(Instant began, Duration took) {
    return began.plus(took);
  }

  private JsonText test(TestOutcome test) {
    var file = look.file(test.file());
    var out =
        times(
            json()
                .put("name", TestText.title(test.name(), test.row()))
                .put("status", status(test.result())),
            test);
    out.putTexts("suite", suite(test, file));
    reasons(out, test).put("rawStatus", test.result().word());
    out.putTexts("tags", test.facts().tags()).put("type", "websocket").put("filePath", file);
    out.put("retries", test.earlier().size()).put("flaky", test.isFlaky());
    if (!test.earlier().isEmpty()) {
      out.putObjects("retryAttempts", tries(test));
    }
    return out.putObjects("steps", steps(test)).put("extra", extra(test));
  }

  private static List<String> suite(TestOutcome test, String file) {
    var collection = test.facts().collection();
    return collection.isEmpty() ? List.of(file) : List.of(collection, file);
  }

  private static JsonText times(JsonText out, TestOutcome test) {
    var took = test.outcome().took();
    return out.put("duration", took.toMillis())
        .put("start", test.began().toEpochMilli())
        .put("stop", end(test.began(), took).toEpochMilli());
  }

  private JsonText reasons(JsonText out, TestOutcome test) {
    TestJson.putUnlessEmpty(out, "message", test.result().why());
    if (!test.result().isGood()) {
      out.putPlain("trace", text.failure(test).strip()).put("line", test.lineToLookAt());
    }
    return out;
  }

  private static String status(Result result) {
    return switch (result) {
      case Result.Passed _ -> "passed";
      case Result.Failed _ -> "failed";
      case Result.Broken _ -> "other";
      case Result.Skipped _ -> "skipped";
    };
  }

  private List<JsonText> tries(TestOutcome test) {
    var all = new ArrayList<JsonText>();
    for (var one : test.earlier()) {
      all.add(attempt(one, all.size() + 1));
    }
    all.add(attempt(test, all.size() + 1));
    return all;
  }

  private JsonText attempt(TestOutcome one, int number) {
    return reasons(
        times(json().put("attempt", number).put("status", status(one.result())), one), one);
  }

  private List<JsonText> steps(TestOutcome test) {
    return StepOutcome.inOrder(test.outcome().steps()).stream()
        .map(step -> json().put("name", step.label()).put("status", status(step.result())))
        .toList();
  }

  private JsonText extra(TestOutcome test) {
    var out = json();
    test.facts().environment().ifPresent(name -> out.put("environment", name));
    test.facts().mock().ifPresent(url -> out.put("mock", url));
    return out.put("messages", test.transcript().size());
  }

  /** Of the run, when all tests had the same one. */
  private String environment(RunOutcome run) {
    var names =
        run.tests().stream().flatMap(one -> one.facts().environment().stream()).distinct().toList();
    return names.size() == 1
        ? ",\"environment\":" + json().put("testEnvironment", names.getFirst())
        : "";
  }
}
