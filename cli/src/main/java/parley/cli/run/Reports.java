package parley.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import parley.cli.option.Misuse;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.model.outcome.RunOutcome;
import parley.report.Palette;
import parley.report.Redaction;
import parley.report.file.CtrfReport;
import parley.report.file.HtmlReport;
import parley.report.file.JsonReport;
import parley.report.test.GitHubText;
import parley.report.test.JUnitXml;
import parley.report.test.Look;

/** Writes the reports that were asked for, and what GitHub shows when it is GitHub that runs. */
final class Reports {

  private static final int COLUMNS = 120;

  private final RunDraft draft;
  private final Shell shell;
  private final String silence = UUID.randomUUID().toString();
  private boolean silent;

  Reports(RunDraft draft, Shell shell) {
    this.draft = draft;
    this.shell = shell;
  }

  /** What keeps them from being written, before anything is run; makes their folders. */
  Optional<Misuse> prepare() {
    var files = new HashSet<Path>();
    for (var report : draft.reportFiles()) {
      if (!files.add(report.file().toAbsolutePath().normalize())) {
        return Optional.of(
            new Misuse(
                "two reports go into '%s'".formatted(report.file()), "a file for each of them"));
      }
      try {
        report.prepare();
      } catch (IOException unusable) {
        return Optional.of(unwritable(report.file(), unusable));
      }
    }
    return Optional.empty();
  }

  private static Misuse unwritable(Path file, IOException why) {
    return new Misuse(
        "the report '%s' cannot be written: %s".formatted(file, why.getMessage()),
        "a file in a folder that you may write to");
  }

  /** Lets GitHub take nothing for a command that a server has said and that is shown. */
  void silence() {
    if (onGitHub()) {
      silent = true;
      shell.say("::stop-commands::" + silence + "\n");
    }
  }

  /** Ends it. */
  void listen() {
    if (silent) {
      silent = false;
      shell.say("::" + silence + "::\n");
    }
  }

  private boolean onGitHub() {
    return shell.variable("GITHUB_ACTIONS").orElse("").equals("true");
  }

  /** Writes all that can be written; the code when something could not, else {@code code}. */
  ExitCode write(RunOutcome run, Redaction redaction, Path base, ExitCode code) {
    var look = new Look(Palette.PLAIN, COLUMNS, redaction, base);
    var worst = code;
    for (var report : draft.reportFiles()) {
      try {
        report.write(out -> write(report.kind(), run, look, out));
        tell(report, look);
      } catch (IOException full) {
        worst = lost(report.file(), full, worst);
      }
    }
    return forGitHub() ? gitHub(run, redaction, base, worst) : worst;
  }

  private void tell(ReportFile report, Look look) {
    if (!draft.quiet) {
      shell.say("  %s report: %s\n".formatted(report.kind().word(), look.file(report.file())));
    }
  }

  private ExitCode lost(Path file, IOException why, ExitCode code) {
    shell.complain(unwritable(file, why).toText());
    return code == ExitCode.OK ? ExitCode.USAGE : code;
  }

  private static void write(ReportFile.Kind kind, RunOutcome run, Look look, Appendable out)
      throws IOException {
    switch (kind) {
      case JUNIT -> JUnitXml.write(run, look, out);
      case HTML -> HtmlReport.write(run, look, out);
      case JSON -> JsonReport.write(run, look, out);
      case CTRF -> CtrfReport.write(run, look, out);
    }
  }

  private boolean forGitHub() {
    return onGitHub() || draft.reports.stream().anyMatch(ReportChoice.GitHub.class::isInstance);
  }

  /** Annotations name files from the folder of the repository on. */
  private ExitCode gitHub(RunOutcome run, Redaction redaction, Path base, ExitCode code) {
    var repository = shell.variable("GITHUB_WORKSPACE").map(Path::of).orElse(base);
    var look = new Look(Palette.PLAIN, COLUMNS, redaction, repository);
    listen();
    shell.say(GitHubText.annotations(run, look));
    var summary = shell.variable("GITHUB_STEP_SUMMARY").map(Path::of);
    return summary.isEmpty() ? code : summary(run, look, summary.get(), code);
  }

  /** Behind what other commands of the step have written there. */
  private ExitCode summary(RunOutcome run, Look look, Path file, ExitCode code) {
    try (var out =
        Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      GitHubText.summary(run, look, out);
      return code;
    } catch (IOException full) {
      return lost(file, full, code);
    }
  }
}
