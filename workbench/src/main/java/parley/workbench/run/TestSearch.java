package parley.workbench.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.files.problem.Problem;
import parley.model.collection.Mock;
import parley.runner.test.TestCase;
import parley.workbench.call.Answer;
import parley.workbench.collection.FolderMocks;
import parley.workbench.collection.OpenFolder;
import parley.workbench.collection.ProblemJson;
import parley.workbench.collection.ScriptGate;
import parley.workspace.ScriptTexts;
import parley.workspace.Selection;
import parley.workspace.Workspace;
import parley.workspace.test.Choice;
import parley.workspace.test.Prepared;
import parley.workspace.test.Preparing;

/** Finds the tests in files and folders, each collection in its chosen environment. */
final class TestSearch {

  private final OpenFolder folder;
  private final RunWish wish;
  private final ScriptGate scripts;
  private final List<Found.Test> tests = new ArrayList<>();
  private final List<CaseResult> broken = new ArrayList<>();
  private @Nullable Answer refused;

  TestSearch(OpenFolder folder, RunWish wish) {
    this.folder = folder;
    this.wish = wish;
    scripts = new ScriptGate(folder);
  }

  /** All that are named, or stand in what is named, each once. Blocks. */
  Found in(List<Path> paths) {
    for (var workspace : workspaces(paths)) {
      var files = new LinkedHashSet<>(workspace.files().conversationFiles());
      files.removeIf(file -> paths.stream().noneMatch(file::startsWith));
      List.copyOf(files).forEach(file -> files.addAll(workspace.surrounding().before(file)));
      if (!files.isEmpty()) {
        startMock(workspace);
        files.forEach(file -> add(file, workspace));
      }
    }
    return new Found(tests, broken, refused);
  }

  private List<Workspace> workspaces(List<Path> paths) {
    var all = new ArrayList<>(folder.workspaces());
    paths.stream()
        .filter(path -> path.startsWith(folder.scratches().folder()))
        .map(folder::workspace)
        .forEach(all::add);
    return all;
  }

  private void startMock(Workspace workspace) {
    workspace
        .mock()
        .map(Mock::file)
        .filter(mock -> !(folder.mocks().state(mock) instanceof FolderMocks.State.Running))
        .ifPresent(folder.mocks()::start);
  }

  private void add(Path file, Workspace workspace) {
    var selection = new Selection(workspace, List.of(file));
    var choice = Choice.of(List.of(selection), wish.wanted());
    if (!choice.has(file)) {
      return;
    }
    if (refused == null && wish.wantsAny(folder.key(file))) {
      refused =
          ScriptTexts.refusalOfTest(file, workspace)
              .map(problem -> scripts.answer(problem, workspace))
              .orElse(null);
    }
    var asked = new Preparing.Asked(folder.mocks().variables(workspace), choice);
    switch (Preparing.of(selection, asked)) {
      case Prepared.Ready(var batch) ->
          batch.tests().stream()
              .filter(test -> test.file().equals(file) || choice.needed().contains(test.file()))
              .filter(test -> isNew(test, file))
              .map(test -> test.file().equals(file) ? wanted(test) : test)
              .filter(test -> !test.rows().isEmpty())
              .forEach(test -> tests.add(new Found.Test(workspace, test)));
      case Prepared.Wrong(var problems) ->
          broken.add(
              CaseResult.broken(
                  folder.key(file), name(file, workspace), text(problems.all().getFirst())));
      case Prepared.NoMock(var why) ->
          broken.add(CaseResult.broken(folder.key(file), name(file, workspace), why));
    }
  }

  /** Those that others go on from come with them, unless they are among what is run anyway. */
  private boolean isNew(TestCase test, Path file) {
    return test.file().equals(file)
        || tests.stream().noneMatch(one -> one.test().file().equals(test.file()));
  }

  private TestCase wanted(TestCase test) {
    var key = folder.key(test.file());
    return test.hasData()
        ? test.rows(number -> wish.wants(key, "row " + number))
        : test.rows(_ -> wish.wants(key, ""));
  }

  private String name(Path file, Workspace workspace) {
    return workspace
        .conversation(file)
        .map(one -> one.name())
        .orElseGet(() -> String.valueOf(file.getFileName()).replaceFirst("\\.ws\\.ya?ml$", ""));
  }

  private String text(Problem problem) {
    return "%s:%d: %s"
        .formatted(folder.key(problem.at().file()), problem.at().line(), ProblemJson.text(problem));
  }
}
