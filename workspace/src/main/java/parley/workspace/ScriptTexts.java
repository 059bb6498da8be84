package parley.workspace;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.engine.plan.FileAccess;
import parley.engine.session.ScriptRunner;
import parley.files.collection.FolderHook;
import parley.files.problem.Problem;
import parley.files.problem.Severity;
import parley.model.collection.Code;
import parley.model.collection.Conversation;
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

  /** Whether a conversation would do any. */
  public static boolean areUsed(Conversation conversation, Workspace workspace) {
    return UsedFiles.scripts(conversation, workspace).findFirst().isPresent();
  }

  /**
   * What keeps a conversation from being run or talked: the first script that it would do, when
   * nobody has allowed any.
   */
  public static Optional<Problem> refusal(Path conversation, Workspace workspace) {
    return workspace.conversation(conversation).flatMap(one -> refusal(one, workspace));
  }

  /** The same of one that stands in no file of its own, such as a folder's {@code before-all}. */
  @SuppressWarnings("ReferenceEquality") // there is one of those that do nothing
  public static Optional<Problem> refusal(Conversation conversation, Workspace workspace) {
    return workspace.scripts() == ScriptRunner.NONE
        ? UsedFiles.scripts(conversation, workspace)
            .findFirst()
            .map(code -> refusal(code.source().at(), workspace))
        : Optional.empty();
  }

  /** What keeps a test from being run: the same, or what folders want done around it. */
  public static Optional<Problem> refusalOfTest(Path test, Workspace workspace) {
    var around = workspace.surrounding();
    return refusal(test, workspace)
        .or(() ->
            around.layers().stream()
                .filter(layer -> test.startsWith(layer.resolveSibling("")))
                .flatMap(
                    layer -> Stream.of(FolderHook.values()).map(hook -> around.hook(layer, hook)))
                .flatMap(Optional::stream)
                .flatMap(one -> refusal(one, workspace).stream())
                .findFirst());
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
