package parley.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import parley.engine.plan.PlanProblem;
import parley.files.collection.CollectionFiles;
import parley.files.problem.Problem;
import parley.files.problem.ProblemText;
import parley.files.problem.Severity;

/**
 * The problems of some files, by file and place, each once.
 *
 * @param files whose lines are shown
 */
public record ProblemList(List<Problem> all, CollectionFiles files) {

  public ProblemList {
    all = all.stream().distinct().sorted().toList();
  }

  /** A problem of a plan as one of a file. */
  public static Problem of(PlanProblem problem) {
    return new Problem(
        Severity.ERROR,
        problem.at(),
        problem.found(),
        problem.expected(),
        problem.hint().orElse(null));
  }

  /** Whether something keeps the files from being run; warnings do not. */
  public boolean hasErrors() {
    return all.stream().anyMatch(one -> one.severity() == Severity.ERROR);
  }

  /** Those that only warn. */
  public ProblemList warnings() {
    return new ProblemList(
        all.stream().filter(one -> one.severity() == Severity.WARNING).toList(), files);
  }

  /** These and those. */
  public ProblemList with(List<Problem> more) {
    return new ProblemList(Stream.concat(all.stream(), more.stream()).toList(), files);
  }

  /** Each with the line it is in, a blank line after it; paths as seen from where Parley runs. */
  public String toText() {
    var text = new StringBuilder();
    for (var problem : all) {
      var lines = files.lines(problem.at().file());
      text.append(ProblemText.of(shown(problem), lines)).append("\n\n");
    }
    return text.toString();
  }

  private static Problem shown(Problem problem) {
    return new Problem(
        problem.severity(),
        Places.shown(problem.at()),
        problem.found(),
        problem.expected(),
        problem.hint().orElse(null));
  }

  /** {@code 3 problems in 2 files}. */
  public static String count(List<Problem> problems) {
    var places = problems.stream().map(one -> one.at().file()).distinct().count();
    return counted(problems.size(), "problem") + " in " + counted(places, "file");
  }

  /** {@code 1 file}, {@code 2 files}. */
  public static String counted(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** The files that have problems. */
  public List<Path> places() {
    return all.stream().map(one -> one.at().file()).distinct().toList();
  }
}
