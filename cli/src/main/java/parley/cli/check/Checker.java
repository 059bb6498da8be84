package parley.cli.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.engine.plan.Planning;
import parley.files.collection.FolderHook;
import parley.files.problem.Problem;
import parley.mock.plan.MockPlanner;
import parley.model.collection.Conversation;
import parley.model.collection.Environment;
import parley.model.collection.Mock;
import parley.model.value.Value;
import parley.workspace.ProblemList;
import parley.workspace.Workspace;
import parley.workspace.data.DataFile;
import parley.workspace.data.Table;

/** Gathers the problems of one collection: those of its files, then those of its plans. */
final class Checker {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private final Place place;
  private final Map<String, Value> variables;
  private final Map<Problem, List<Workspace>> planned = new LinkedHashMap<>();

  private Checker(Place place, Map<String, Value> variables) {
    this.place = place;
    this.variables = variables;
  }

  static ProblemList check(Place place, Map<String, Value> variables) {
    var checker = new Checker(place, variables);
    place.workspaces().forEach(checker::plan);
    return checker.found();
  }

  private ProblemList found() {
    var files = place.selection().workspace().files();
    var all = new ArrayList<Problem>();
    files.problems().stream().filter(one -> concerns(one.at().file())).forEach(all::add);
    planned.forEach((problem, where) -> all.add(named(problem, where)));
    return new ProblemList(all, files);
  }

  /** A file that is meant, or one that holds for such a file: a layer above, an environment. */
  private boolean concerns(Path file) {
    if (place.selection().covers(file)) {
      return true;
    }
    var files = place.selection().workspace().files();
    var root = place.selection().workspace().root();
    var folder = file.getParent();
    var special = !files.conversationFiles().contains(file) && !files.mockFiles().contains(file);
    return special
        && folder != null
        && (folder.equals(root.resolve("environments"))
            || place.selection().paths().stream().anyMatch(path -> path.startsWith(folder)));
  }

  private void plan(Workspace workspace) {
    place.selection().conversations().forEach(file -> conversation(file, workspace));
    for (var layer : workspace.surrounding().layers()) {
      if (concerns(layer)) {
        hooks(layer, workspace);
      }
    }
    for (var file : place.selection().mocks()) {
      if (!hasErrors(file)) {
        workspace.mock(file).ifPresent(mock -> mock(mock, workspace));
      }
    }
  }

  private void conversation(Path file, Workspace workspace) {
    var data = workspace.conversation(file).flatMap(Conversation::data);
    if (data.isEmpty()) {
      plan(file, workspace, Table.ONE_EMPTY_ROW);
      return;
    }
    switch (DataFile.read(data.get(), workspace.access())) {
      case DataFile.Outcome.Read(var table) -> plan(file, workspace, table);
      case DataFile.Outcome.Wrong(var problems) -> {
        problems.stream()
            .map(ProblemList::of)
            .filter(one -> !isTold(one, workspace))
            .forEach(one -> add(one, workspace));
        planWithoutColumns(file, workspace);
      }
    }
  }

  private static boolean isTold(Problem problem, Workspace workspace) {
    return workspace.files().problems().stream().anyMatch(one -> one.at().equals(problem.at()));
  }

  /** Any name may be a column of data that cannot be read: what is wrong with them, too, counts. */
  private void planWithoutColumns(Path file, Workspace workspace) {
    var problems = problems(file, workspace, Table.ONE_EMPTY_ROW);
    var names =
        problems.all().stream()
            .flatMap(one -> NAME.matcher(line(one, workspace)).results())
            .map(MatchResult::group)
            .distinct()
            .toList();
    var left = problems(file, workspace, new Table(names, List.of())).all();
    unknown(
        new ProblemList(problems.all().stream().filter(left::contains).toList(), workspace.files()),
        workspace);
  }

  private static String line(Problem problem, Workspace workspace) {
    var lines = workspace.files().lines(problem.at().file());
    var number = problem.at().line();
    return number > lines.size() ? "" : lines.get(number - 1);
  }

  private void plan(Path file, Workspace workspace, Table rows) {
    unknown(problems(file, workspace, rows), workspace);
  }

  private ProblemList problems(Path file, Workspace workspace, Table rows) {
    return workspace.prepare(file, Likely.given(workspace, rows, variables)).problems();
  }

  private void hooks(Path layer, Workspace workspace) {
    var given = Likely.given(workspace, Table.ONE_EMPTY_ROW, variables);
    for (var hook : FolderHook.values()) {
      workspace
          .prepare(layer, hook, given)
          .ifPresent(preparation -> unknown(preparation.problems(), workspace));
    }
  }

  private void unknown(ProblemList problems, Workspace workspace) {
    var known = workspace.files().problems();
    problems.all().stream().filter(one -> !known.contains(one)).forEach(one -> add(one, workspace));
  }

  private boolean hasErrors(Path file) {
    var files = place.selection().workspace().files();
    var own = files.problems().stream().filter(one -> one.at().file().equals(file)).toList();
    return new ProblemList(own, files).hasErrors();
  }

  private void mock(Mock mock, Workspace workspace) {
    var given = Likely.given(workspace, variables);
    switch (new MockPlanner(workspace.access()).plan(mock, given)) {
      case Planning.Planned<?> _ -> {}
      case Planning.Wrong<?>(var problems) ->
          problems.forEach(one -> add(ProblemList.of(one), workspace));
    }
  }

  private void add(Problem problem, Workspace workspace) {
    var where = planned.computeIfAbsent(problem, _ -> new ArrayList<>());
    if (!where.contains(workspace)) {
      where.add(workspace);
    }
  }

  /** Names the environments when the problem is not there in all of them. */
  private Problem named(Problem problem, List<Workspace> where) {
    if (where.size() == place.workspaces().size()) {
      return problem;
    }
    var names =
        where.stream()
            .flatMap(one -> one.environment().stream())
            .map(Environment::name)
            .collect(Collectors.joining(", "));
    return new Problem(
        problem.severity(),
        problem.at(),
        problem.found() + " (environment " + names + ")",
        problem.expected(),
        problem.hint().orElse(null));
  }
}
