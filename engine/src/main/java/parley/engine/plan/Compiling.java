package parley.engine.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.engine.expression.Names;
import parley.engine.expression.Nearest;
import parley.engine.expression.Problem;
import parley.model.collection.Position;
import parley.model.collection.Source;

/** What the parts of one plan share while it is made: names, files, and all that is wrong. */
public final class Compiling {

  private static final Pattern MEANT = Pattern.compile("did you mean (\\S+)\\?");

  private final Names names;
  private final FileAccess files;
  private final List<PlanProblem> problems;
  private final boolean server;

  /** For a client, without problems so far. */
  public Compiling(Names names, FileAccess files) {
    this(names, files, new ArrayList<>(), false);
  }

  private Compiling(Names names, FileAccess files, List<PlanProblem> problems, boolean server) {
    this.names = names;
    this.files = files;
    this.problems = problems;
    this.server = server;
  }

  /** The same files and problems with other names, as in a file that {@code use} brings in. */
  public Compiling withNames(Names others) {
    return new Compiling(others, files, problems, server);
  }

  /** The same for a mock, whose frames have no mask unless they say one. */
  public Compiling forServer() {
    return new Compiling(names, files, problems, true);
  }

  /** Whether it is for a mock. */
  boolean isServer() {
    return server;
  }

  public Names names() {
    return names;
  }

  public FileAccess files() {
    return files;
  }

  /** The slot of a variable; empty where none has that name. */
  public OptionalInt slot(String name) {
    return names.slot(name);
  }

  /** Notes what is wrong. */
  public void problem(Position at, String found, String expected) {
    problems.add(new PlanProblem(at, found, expected, null));
  }

  /** Notes what is wrong, and what to do. */
  public void problem(Position at, String found, String expected, String hint) {
    problems.add(new PlanProblem(at, found, expected, hint));
  }

  /** Notes what is wrong with a template or an expression. */
  void problem(Source source, Problem problem) {
    var at = source.place(problem.at());
    if (problem.hint().isEmpty()) {
      problem(at, problem.found(), problem.expected());
    } else {
      problem(at, problem.found(), problem.expected(), quoted(problem.hint()));
    }
  }

  /** Names stand in backticks where files are spoken of. */
  static String quoted(String hint) {
    return MEANT.matcher(hint).replaceAll("did you mean `$1`?");
  }

  /** Notes a name that none of {@code known} is. */
  void unknown(Position at, String name, String what, Collection<String> known) {
    var list =
        known.stream().sorted().map(one -> "`" + one + "`").collect(Collectors.joining(", "));
    var expected = what + (known.isEmpty() ? ", and there is none" : ": " + list);
    var found = "the name `" + name + "`";
    var hint = Nearest.hint(name, known);
    if (hint.isEmpty()) {
      problem(at, found, expected);
    } else {
      problem(at, found, expected, quoted(hint));
    }
  }

  /** All that is wrong so far, by file and place. */
  public List<PlanProblem> problems() {
    return problems.stream().sorted(Comparator.comparing(PlanProblem::at)).distinct().toList();
  }
}
