package parley.cli.run;

import java.time.Instant;
import java.util.List;
import parley.cli.option.ColorChoice;
import parley.cli.option.Command;
import parley.cli.option.Command.Example;
import parley.cli.option.Command.Section;
import parley.cli.option.Option;
import parley.cli.option.Reading;
import parley.cli.option.Values;
import parley.cli.option.VarArgument;
import parley.workspace.test.NamePattern;
import parley.workspace.test.RowNumbers;
import parley.workspace.test.Shard;
import parley.workspace.test.TagExpression;

/** The options of {@code parley run}. */
final class RunCommand {

  static final Command<RunDraft> COMMAND =
      new Command<>(
          "run",
          "parley run [OPTIONS] [PATH...]",
          "Runs conversations as tests.",
          Integer.MAX_VALUE,
          "PATH",
          List.of(selecting(), running(), snapshots(), showing(), other()),
          List.of(
              new Example("parley run", "all tests of the current folder"),
              new Example("parley run orders/subscribe.ws.yaml -v", "one test, step by step"),
              new Example("parley run --env staging --tag smoke,-slow", "some tests, somewhere"),
              new Example(
                  "parley run --report junit --report html=target/parley.html",
                  "as a CI server runs it")));

  /** What stands below the synopsis. */
  static final String HEAD =
      """

      PATH is a conversation, NAME.ws.yaml, or a folder with some; the current folder by default.
      Conversations without steps are no tests. Each collection below a folder, which has its own
      parley.yaml, is run by itself, in its only environment, or local, unless --env names one; a
      mock that the environment names is started first and stopped at the end.

      Standard output has the results, standard error has problems, notices and what runs at the
      moment. If a file has a problem, all problems are printed and nothing is run.
      """;

  /** The same, again and again. */
  static final Command<RunDraft> WATCH =
      new Command<>(
          "watch",
          "parley watch [OPTIONS] [PATH...]",
          "Runs conversations as tests, and again what a saved file concerns.",
          Integer.MAX_VALUE,
          "PATH",
          COMMAND.sections(),
          List.of(
              new Example("parley watch", "all tests of the current folder"),
              new Example("parley watch orders --tag smoke", "some of them")));

  /** What stands below the synopsis of that. */
  static final String WATCH_HEAD =
      """

      All tests are run as by parley run, which has the same options. Whenever a file of their
      collections is saved, those tests are run again that it concerns: the conversation itself and
      those that use it, those that name the file, those below a folder.yaml; all of them for a
      parley.yaml, an environment, secrets or a mock. What is saved while tests run is looked at when
      they have ended.

      Keys: Enter or a runs all, f those that failed, q quits.
      """;

  private RunCommand() {}

  private static Section<RunDraft> selecting() {
    return new Section<>(
        "What to run",
        List.of(
            Option.of(
                "-e, --env",
                "NAME",
                "Run in the environment of environments/NAME.yaml.",
                Values::environment,
                (RunDraft draft, String name) -> draft.environment = name),
            Option.of(
                "--var",
                "NAME=VALUE",
                "Set a variable, over those of the files; may be repeated.",
                VarArgument::parse,
                (draft, one) -> draft.variables.put(one.name(), one.value())),
            Option.of(
                "-t, --tag",
                "TAGS",
                "Run tests with these tags: smoke,orders for one of them, smoke,-slow for the first"
                    + " but not the second, or 'smoke and not (slow or orders)'. Repeated, all must"
                    + " agree.",
                RunCommand::tags,
                (draft, tags) -> draft.tags.add(tags)),
            Option.of(
                "-k, --name",
                "TEXT",
                "Run tests with TEXT in their names or paths, or all of these like TEXT with * and"
                    + " ?; repeated, one is enough.",
                RunCommand::name,
                (draft, name) -> draft.names.add(name)),
            Option.of(
                "--row",
                "N",
                "Run these rows of data only: 3, 2-5 or 1,4; tests without data are left out.",
                RunCommand::rows,
                (draft, rows) -> draft.rows = rows),
            Option.of(
                "--shard",
                "I/N",
                "Run one of N equal parts of what is left by all this, by whole files.",
                RunCommand::shard,
                (draft, shard) -> draft.shard = shard),
            Option.of(
                "--last-failed",
                "Run what did not pass when it was last run; nothing, when all did.",
                (RunDraft draft) -> draft.lastFailed = true),
            Option.of(
                "--list",
                "Show the tests that would be run, and run nothing.",
                (RunDraft draft) -> draft.list = true)));
  }

  private static Reading<TagExpression> tags(String text) {
    return TagExpression.parse(text)
        .map(Reading::good)
        .orElseGet(() ->
            Reading.bad(
                "tags with commas between them, or with and, or, not and parentheses",
                "'smoke and not slow'"));
  }

  private static Reading<NamePattern> name(String text) {
    return text.isBlank()
        ? Reading.bad("a part of a name or path, or a pattern with * and ?", "'orders/*'")
        : Reading.good(NamePattern.of(text));
  }

  private static Reading<RowNumbers> rows(String text) {
    return RowNumbers.parse(text)
        .map(Reading::good)
        .orElseGet(() -> Reading.bad("numbers of rows, from 1", "2-5"));
  }

  private static Reading<Shard> shard(String text) {
    return Shard.parse(text)
        .map(Reading::good)
        .orElseGet(() -> Reading.bad("a part and how many there are", "2/5"));
  }

  private static Section<RunDraft> running() {
    return new Section<>(
        "How to run",
        List.of(
            Option.of(
                "-j, --jobs",
                "N",
                "Run N tests at a time; " + RunDraft.DEFAULT_JOBS + " by default.",
                text -> Values.number(text, 1, 10_000, RunDraft.DEFAULT_JOBS),
                (RunDraft draft, Integer jobs) -> draft.jobs = jobs),
            Option.of(
                "--allow-scripts",
                "Do the scripts of all collections this once; 'parley trust' allows them for good.",
                (RunDraft draft) -> draft.allowScripts = true),
            Option.of(
                "--fail-fast",
                "End with the first test that does not pass; the rest is not run.",
                (RunDraft draft) -> draft.failFast = true),
            Option.of(
                "--retry",
                "N",
                "Run a test that does not pass again, N times at most; one that then passes is"
                    + " flaky.",
                text -> Values.number(text, 0, 100, 2),
                (RunDraft draft, Integer retries) -> draft.retries = retries),
            Option.of(
                "--shuffle",
                "Run the tests in an order left to chance; --seed repeats it.",
                (RunDraft draft) -> draft.shuffle = true),
            Option.of(
                "--seed",
                "N",
                "Repeat the random values of the run that printed N.",
                RunCommand::seed,
                (RunDraft draft, Long seed) -> draft.seed = seed),
            Option.of(
                "--clock",
                "TIME",
                "Let the time of day stand at TIME in tests and mocks, as 2026-01-02T03:04:05Z.",
                Values::instant,
                (RunDraft draft, Instant time) -> draft.clock = time)));
  }

  private static Reading<Long> seed(String text) {
    try {
      return Reading.good(Long.parseLong(text));
    } catch (NumberFormatException none) {
      return Reading.bad("a whole number", "42");
    }
  }

  private static Section<RunDraft> snapshots() {
    return new Section<>(
        "Snapshots",
        List.of(
            Option.of(
                "--record",
                "Run the tests twice and keep what they received in NAME.snapshot.yaml beside each,"
                    + " where there is none; what differs from run to run is masked. Later runs"
                    + " are compared with it.",
                (RunDraft draft) -> draft.record = true),
            Option.of(
                "--update",
                "Accept what the tests receive now; masks and comments stay.",
                (RunDraft draft) -> draft.update = true)));
  }

  private static Section<RunDraft> showing() {
    return new Section<>(
        "Showing",
        List.of(
            Option.of(
                    "--report",
                    "KIND[=FILE]",
                    "Write a report, too; may be repeated. Kinds: html (one page for people), junit"
                        + " (XML for CI servers), json (everything), ctrf (ctrf.io), each into"
                        + " reports/parley.* unless a file is named; github (annotations and a"
                        + " summary; by itself on GitHub Actions).",
                    ReportChoice::parse,
                    (RunDraft draft, ReportChoice report) -> draft.reports.add(report))
                .withWords("html", "junit", "json", "ctrf", "github"),
            Option.of(
                "-v, --verbose",
                "Show every step with its time, its message and what it extracted, and handshakes.",
                (RunDraft draft) -> draft.verbose = true),
            Option.of(
                "-q, --quiet",
                "Show nothing but failures.",
                (RunDraft draft) -> draft.quiet = true),
            Option.of(
                    "--color",
                    "WHEN",
                    "Use colours: auto (the default), always or never. NO_COLOR is obeyed.",
                    ColorChoice::parse,
                    (RunDraft draft, ColorChoice choice) -> draft.color = choice)
                .withWords("auto", "always", "never")));
  }

  private static Section<RunDraft> other() {
    return new Section<>(
        "Other",
        List.of(Option.of("-h, --help", "Show this help.", (RunDraft draft) -> draft.help = true)));
  }
}
