package parley.report.test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.model.collection.Position;
import parley.model.outcome.CheckOutcome;
import parley.model.outcome.Result;
import parley.model.outcome.RunOutcome;
import parley.model.outcome.StepOutcome;
import parley.model.outcome.TestOutcome;
import parley.report.Amounts;

/**
 * A run of tests as GitHub Actions shows it: annotations beside the lines of the files that are to
 * blame, and a summary of the job in Markdown.
 */
public final class GitHubText {

  /** GitHub takes 1 MiB of summary from a step and nothing of one that is longer. */
  private static final int MAX_SUMMARY = 900_000;

  private static final int MAX_ROWS = 200;

  private GitHubText() {}

  /**
   * Commands that annotate files, a line each: errors for what is bad, warnings for what passed
   * only when it was tried again.
   *
   * @param look without colours; its base is the folder of the repository
   */
  public static String annotations(RunOutcome run, Look look) {
    var out = new StringBuilder();
    for (var test : run.tests()) {
      if (!test.result().isGood()) {
        out.append(command("error", test, look, what(test, look)));
      } else if (test.isFlaky()) {
        var first = test.earlier().getFirst();
        var text = "flaky: passed at try " + test.tries() + ", the first one: " + what(first, look);
        out.append(command("warning", test, look, text));
      }
    }
    return out.toString();
  }

  private static String command(String kind, TestOutcome test, Look look, String text) {
    var tried = test.result().isGood() ? test.earlier().getFirst() : test;
    var at = cause(tried).map(GitHubText::place).orElse(new Position(test.file(), 1, 1));
    return "::%s file=%s,line=%d,title=%s::%s\n"
        .formatted(
            kind,
            property(look.file(at.file()).replace('\\', '/')),
            at.line(),
            property(look.line(TestText.title(test))),
            data(text));
  }

  /** Where the first statement that does not hold stands, or the step. */
  private static Position place(StepOutcome step) {
    return step.checks().stream()
        .filter(check -> !check.holds())
        .map(CheckOutcome::at)
        .findFirst()
        .orElse(step.at());
  }

  private static Optional<StepOutcome> cause(TestOutcome test) {
    return test.outcome().steps().stream().filter(step -> !step.result().isGood()).findFirst();
  }

  /** The reason, and a line for each further statement that does not hold. */
  private static String what(TestOutcome test, Look look) {
    var lines = new ArrayList<String>();
    lines.add(look.line(test.result().why()));
    cause(test).stream()
        .flatMap(step -> step.checks().stream())
        .filter(check -> !check.holds())
        .map(check -> statement(check, look))
        .filter(line -> !lines.getFirst().startsWith(line))
        .forEach(lines::add);
    return String.join("\n", lines);
  }

  private static String statement(CheckOutcome check, Look look) {
    return check.message().map(message -> look.line(message) + ": ").orElse("")
        + look.line(check.subject())
        + ": expected "
        + look.line(check.expected())
        + ", found "
        + look.line(check.found());
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }

  /**
   * The summary of the job: counts, and a row and the story of each test that did not simply pass.
   */
  public static void summary(RunOutcome run, Look look, Appendable out) throws IOException {
    var text = new StringBuilder(heading(run));
    var told =
        run.tests().stream()
            .filter(test -> !(test.result() instanceof Result.Passed) || test.isFlaky())
            .toList();
    table(told, look, text);
    stories(told, look, text);
    out.append(text);
  }

  private static String heading(RunOutcome run) {
    var tally = Tally.of(run.tests());
    var mark = !tally.isGood() ? "❌" : tally.flaky() > 0 ? "⚠️" : "✅";
    var took = Amounts.duration(run.took());
    return "### %s Parley: %s in %s\n\n"
        .formatted(mark, String.join(", ", tally.words(run.planned())), took);
  }

  private static void table(List<TestOutcome> told, Look look, StringBuilder out) {
    if (told.isEmpty()) {
      return;
    }
    out.append("| | Test | File | Time | |\n|---|---|---|--:|---|\n");
    told.stream().limit(MAX_ROWS).forEach(test -> out.append(row(test, look)));
    if (told.size() > MAX_ROWS) {
      out.append("\n").append(told.size() - MAX_ROWS).append(" more are not listed here.\n");
    }
    out.append('\n');
  }

  private static String row(TestOutcome test, Look look) {
    var why = test.isFlaky() ? "passed at try " + test.tries() : look.line(test.result().why());
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(
            mark(test),
            cell(look.line(TestText.title(test))),
            cell(look.file(test.file())),
            Amounts.duration(test.outcome().took()),
            cell(why));
  }

  private static String mark(TestOutcome test) {
    return test.isFlaky()
        ? "flaky"
        : switch (test.result()) {
          case Result.Passed _ -> "passed";
          case Result.Failed _ -> "**failed**";
          case Result.Broken _ -> "**broken**";
          case Result.Skipped _ -> "skipped";
        };
  }

  private static void stories(List<TestOutcome> told, Look look, StringBuilder out) {
    for (var test : told) {
      var shown = test.isFlaky() ? test.earlier().getFirst() : test;
      if (!shown.result().isGood() && out.length() < MAX_SUMMARY) {
        var story =
            "<details><summary>%s</summary>\n\n<pre>%s</pre>\n\n</details>\n"
                .formatted(html(look.line(TestText.title(test))), html(Diagnosis.of(shown, look)));
        out.append(out.length() + story.length() > MAX_SUMMARY ? "" : story);
      }
    }
  }

  /** A text in a table, of which Markdown makes nothing. */
  private static String cell(String text) {
    return html(text).replaceAll("[\\\\`*_\\[\\]~|#@]", "\\\\$0");
  }

  private static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
