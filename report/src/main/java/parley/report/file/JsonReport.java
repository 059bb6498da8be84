package parley.report.file;

import java.io.IOException;
import parley.model.outcome.RunOutcome;
import parley.report.JsonText;
import parley.report.test.Look;
import parley.report.test.Tally;

/**
 * A run of tests as one JSON document with everything that is known of it, as {@code
 * docs/report.schema.json} describes it: a line for each test, numbers as they were written.
 */
public final class JsonReport {

  /** Which form of the document this is; grows when a field changes its meaning. */
  static final int FORMAT = 1;

  private JsonReport() {}

  /** Writes the document; holds one test at a time. */
  public static void write(RunOutcome run, Look look, Appendable out) throws IOException {
    var head = summary(run, look).toString();
    out.append(head, 0, head.length() - 1).append(",\"tests\":[");
    var json = new TestJson(look, TestJson.Limits.NONE);
    var id = 0;
    for (var test : run.tests()) {
      out.append(id == 0 ? "\n" : ",\n").append(json.of(test, ++id).toString());
    }
    out.append("\n]}\n");
  }

  /** What is known of the run as a whole. */
  static JsonText summary(RunOutcome run, Look look) {
    var tally = Tally.of(run.tests());
    var out =
        new JsonText(look.redaction())
            .put("format", FORMAT)
            .putPlain("program", run.program())
            .putPlain("began", run.began().toString())
            .put("took_us", TestJson.micros(run.took()))
            .put("seed", run.repetition().seed());
    run.repetition().clock().ifPresent(time -> out.putPlain("clock", time.toString()));
    return out.put("summary", counts(run, tally, look));
  }

  private static JsonText counts(RunOutcome run, Tally tally, Look look) {
    return new JsonText(look.redaction())
        .put("planned", run.planned())
        .put("passed", tally.passed())
        .put("failed", tally.failed())
        .put("broken", tally.broken())
        .put("skipped", tally.skipped())
        .put("flaky", tally.flaky());
  }
}
