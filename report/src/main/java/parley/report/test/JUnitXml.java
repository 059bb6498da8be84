package parley.report.test;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import parley.model.outcome.Numbered;
import parley.model.outcome.Result;
import parley.model.outcome.RunOutcome;
import parley.model.outcome.StepOutcome;
import parley.model.outcome.TestOutcome;
import parley.report.Amounts;
import parley.report.Columns;

/**
 * A run of tests as JUnit's XML, as CI servers read it: a suite for each file, a case for each run,
 * {@code failure} where the other side did something else, {@code error} where it could not be
 * done, and steps and messages as what was printed.
 */
public final class JUnitXml {

  private static final int MAX_MESSAGE = 2000;

  /** Of the line that stands in lists. */
  private static final int MAX_REASON = 300;

  private static final String SUFFIX = "(\\.ws)?\\.ya?ml$";

  private final Xml xml = new Xml();
  private final Look look;

  private JUnitXml(Look look) {
    this.look = look;
  }

  /** Writes the document; holds the tests of one file at a time. {@code look} has no colours. */
  public static void write(RunOutcome run, Look look, Appendable out) throws IOException {
    new JUnitXml(look).suites(run, out);
  }

  private void suites(RunOutcome run, Appendable out) throws IOException {
    xml.begin("testsuites", attributes(List.of("name", "parley"), run.tests()));
    Map<Path, List<TestOutcome>> byFile = new LinkedHashMap<>();
    run.tests()
        .forEach(test -> byFile.computeIfAbsent(test.file(), _ -> new ArrayList<>()).add(test));
    for (var suite : byFile.entrySet()) {
      suite(suite.getKey(), suite.getValue());
      xml.moveTo(out);
    }
    xml.end().moveTo(out);
  }

  private void suite(Path file, List<TestOutcome> tests) {
    var first = tests.getFirst();
    var began = first.began().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
    var own =
        List.of(
            "name",
            look.file(file),
            "timestamp",
            DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(began),
            "file",
            look.file(file));
    xml.begin("testsuite", attributes(own, tests));
    xml.begin("properties");
    property("collection", first.facts().collection());
    property("environment", first.facts().environment().orElse(""));
    property("mock", first.facts().mock().orElse(""));
    property("seed", Long.toString(first.seed()));
    property("clock", first.clock().map(Instant::toString).orElse(""));
    property("tags", String.join(",", first.facts().tags()));
    xml.end();
    tests.forEach(this::test);
    xml.end();
  }

  private void property(String name, String value) {
    if (!value.isEmpty()) {
      xml.empty("property", "name", name, "value", look.line(value));
    }
  }

  private static String[] attributes(List<String> own, List<TestOutcome> tests) {
    var tally = Tally.of(tests);
    var took =
        tests.stream().map(test -> test.outcome().took()).reduce(Duration.ZERO, Duration::plus);
    var all = new ArrayList<>(own);
    all.addAll(List.of("tests", "" + tally.all(), "failures", "" + tally.failed()));
    all.addAll(List.of("errors", "" + tally.broken(), "skipped", "" + tally.skipped()));
    all.addAll(List.of("time", seconds(took)));
    return all.toArray(String[]::new);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
  }

  private void test(TestOutcome test) {
    var file = look.file(test.file());
    xml.begin(
        "testcase",
        "name",
        look.line(TestText.title(test)),
        "classname",
        className(file),
        "file",
        file,
        "line",
        "" + test.lineToLookAt(),
        "time",
        seconds(test.outcome().took()));
    result(test);
    test.earlier().forEach(one -> earlier(one, test.isFlaky() ? "flaky" : "rerun"));
    xml.text("system-out", output(test));
    xml.end();
  }

  /** Folders and file with dots between them, of which Jenkins makes packages. */
  private static String className(String file) {
    return file.replaceFirst(SUFFIX, "").replace('.', '_').replaceAll("[/\\\\]+", ".");
  }

  private void result(TestOutcome test) {
    var why = Columns.head(look.line(test.result().why()), MAX_REASON);
    switch (test.result()) {
      case Result.Passed _ -> {}
      case Result.Failed _ ->
          xml.text("failure", diagnosis(test), "message", why, "type", "failed");
      case Result.Broken _ -> xml.text("error", diagnosis(test), "message", why, "type", "broken");
      case Result.Skipped _ -> xml.empty("skipped", "message", why);
    }
  }

  /** As Maven Surefire has it, which Jenkins and others read. */
  private void earlier(TestOutcome one, String kind) {
    var element = kind + (one.result() instanceof Result.Broken ? "Error" : "Failure");
    if (!one.result().isGood()) {
      xml.begin(
          element, "message", Columns.head(why(one), MAX_REASON), "type", one.result().word());
      xml.text("stackTrace", diagnosis(one));
      xml.text("system-out", output(one)).end();
    }
  }

  private String diagnosis(TestOutcome test) {
    var why = why(test);
    var story = Diagnosis.of(test, look);
    return spaced(story).contains(spaced(why)) ? "\n" + story : why + "\n" + story;
  }

  /** As it would be on one line. */
  private static String spaced(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private String why(TestOutcome test) {
    return look.line(test.result().why());
  }

  private String output(TestOutcome test) {
    var out = new StringBuilder("\nSteps\n");
    var line = new StepText(look, test);
    for (StepOutcome step : Diagnosis.inOrder(test)) {
      out.append(line.of(step));
    }
    var told = test.transcript().stream().filter(one -> MessageLine.isTold(one.entry())).toList();
    out.append(told.isEmpty() ? "" : "\nTranscript\n");
    told.forEach(one -> out.append(entry(one)));
    return out.toString();
  }

  private String entry(Numbered one) {
    var time = Columns.right(Amounts.duration(one.entry().at().elapsed()), 8);
    var connection = one.connection().isEmpty() ? "" : look.line(one.connection()) + " ";
    return Columns.right("#" + one.number(), 6)
        + " "
        + time
        + "  "
        + connection
        + MessageLine.of(one.entry(), look, MAX_MESSAGE)
        + "\n";
  }
}
