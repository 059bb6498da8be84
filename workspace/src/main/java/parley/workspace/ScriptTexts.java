package parley.workspace;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parley.engine.plan.FileAccess;
import parley.engine.session.ScriptRunner;
import parley.files.problem.Problem;
import parley.files.problem.Severity;
import parley.model.collection.Code;
import parley.model.collection.Position;

/** The scripts of a collection, and what keeps them from being done. */
public final class ScriptTexts {

  private ScriptTexts() {}

  /** All of them, wherever they stand, by their places. Blocks. */
  public static List<ScriptText> of(Workspace workspace) {
    return workspace.files().scripts().stream()
        .map(code -> text(code, workspace.access()))
        .distinct()
        .sorted(Comparator.comparing(ScriptText::at))
        .toList();
  }

  private static ScriptText text(Code code, FileAccess files) {
    return switch (code) {
      case Code.InPlace(var source) -> new ScriptText(source.at(), "", source.text());
      case Code.InFile(var path) ->
          new ScriptText(
              path.at(),
              path.text(),
              switch (files.read(path)) {
                case FileAccess.Content.Read(var bytes) -> bytes.toText();
                case FileAccess.Content.Unreadable(var why) -> "// " + why;
              });
    };
  }

  /**
   * What keeps a conversation from being run or talked: the first script that it would do, when
   * nobody has allowed any.
   */
  @SuppressWarnings("ReferenceEquality") // there is one of those that do nothing
  public static Optional<Problem> refusal(Path conversation, Workspace workspace) {
    return workspace.scripts() == ScriptRunner.NONE
        ? UsedFiles.scripts(conversation, workspace)
            .findFirst()
            .map(code -> refusal(code.source().at(), workspace))
        : Optional.empty();
  }

  private static Problem refusal(Position at, Workspace workspace) {
    return new Problem(
        Severity.ERROR,
        at,
        "a script, and nobody has allowed the scripts of this collection",
        "files without scripts, or somebody who has read them and allows them",
        "`parley trust "
            + Places.shown(workspace.root())
            + "` shows and allows them until one changes; `--allow-scripts` allows them once");
  }
}
