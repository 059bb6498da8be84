package parley.workbench.talk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import parley.files.problem.Problem;
import parley.files.problem.Severity;
import parley.report.Redaction;
import parley.runner.hand.HandPlan;
import parley.workbench.collection.OpenFolder;
import parley.workbench.collection.Place;
import parley.workspace.ByHand;
import parley.workspace.Preparation;
import parley.workspace.ProblemList;
import parley.workspace.Workspace;

/** Finds the files of conversations by their keys, as they stand on disk. */
final class TalkFiles {

  private final OpenFolder folder;

  TalkFiles(OpenFolder folder) {
    this.folder = folder;
  }

  /** What opening one came to. */
  sealed interface Opened {

    record Ready(TalkFile file) implements Opened {}

    /** It cannot be talked by. */
    record Wrong(List<Problem> problems) implements Opened {
      public Wrong {
        problems = List.copyOf(problems);
      }
    }

    /** There is no such conversation. */
    record Missing(String why) implements Opened {}
  }

  OpenFolder folder() {
    return folder;
  }

  /** The conversation of that key, as it was seen last. Blocks. */
  Opened open(String key) {
    return switch (folder.place(key)) {
      case Place.Outside(var why) -> new Opened.Missing(why);
      case Place.Inside(var path) ->
          Files.isRegularFile(path)
              ? open(path)
              : new Opened.Missing(folder.trouble().orElse("There is no file " + key + "."));
    };
  }

  /** The same as it is on disk now. Blocks. */
  Opened openNow(String key) {
    folder.refresh();
    return open(key);
  }

  /** Whether there is a file of that key. Blocks. */
  boolean isThere(String key) {
    return folder.place(key) instanceof Place.Inside(var path) && Files.isRegularFile(path);
  }

  private Opened open(Path path) {
    var workspace = folder.workspace(path);
    if (!workspace.files().conversationFiles().contains(path)) {
      return new Opened.Missing(folder.key(path) + " is no conversation.");
    }
    var byHand = folder.prepare(path, workspace);
    return switch (byHand.preparation()) {
      case Preparation.Ready ready -> new Opened.Ready(file(path, workspace, ready, byHand));
      case Preparation.Wrong(var problems) -> new Opened.Wrong(errors(problems));
    };
  }

  /** What people call it. */
  String name(TalkFile file) {
    var url = file.conversation().main().url().map(source -> source.text()).orElse("");
    return folder.scratches().name(file.path(), file.conversation().name(), url);
  }

  private TalkFile file(Path path, Workspace workspace, Preparation.Ready ready, ByHand byHand) {
    var given = workspace.given(folder.mocks().variables(workspace));
    return new TalkFile(
        ready.conversation(),
        new HandPlan(path, ready.plan(), byHand.row(), workspace.access(), workspace.scripts()),
        workspace,
        given,
        Redaction.of(workspace.secretValues(ready.conversation(), given.variables())));
  }

  private static List<Problem> errors(ProblemList problems) {
    return problems.all().stream().filter(one -> one.severity() == Severity.ERROR).toList();
  }
}
