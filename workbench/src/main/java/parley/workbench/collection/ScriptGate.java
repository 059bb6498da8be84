package parley.workbench.collection;

import java.util.Optional;
import parley.files.problem.Problem;
import parley.workbench.call.Answer;
import parley.workbench.call.Json;
import parley.workspace.ScriptTexts;
import parley.workspace.Workspace;

/**
 * Refuses what would do scripts that nobody has allowed, and names the collection, so that the page
 * can show them and ask. Whoever passes it by has no runner of scripts all the same.
 */
public final class ScriptGate {

  private final OpenFolder folder;

  public ScriptGate(OpenFolder folder) {
    this.folder = folder;
  }

  /** Refuses to talk by a conversation as it is on disk now; empty when it may be. Blocks. */
  public Optional<Answer> refusal(String key) {
    folder.refresh();
    if (!(folder.place(key) instanceof Place.Inside(var path))) {
      return Optional.empty();
    }
    var workspace = folder.workspace(path);
    return ScriptTexts.refusal(path, workspace).map(problem -> answer(problem, workspace));
  }

  /** Refuses to do one of a collection's scripts. */
  public Answer answer(Problem problem, Workspace workspace) {
    var at = problem.at();
    var text =
        "%s, line %d: a script, and nobody has allowed the scripts of %s."
            .formatted(folder.key(at.file()), at.line(), name(workspace));
    return at.file().startsWith(folder.scratches().folder())
        ? Answer.refuse(
            Answer.Code.REFUSED, text, "Save it as a file: then they can be read and allowed.")
        : new Answer.Refusal(
            Answer.Code.REFUSED,
            text,
            "Read them, then allow them: here, or with `parley trust`.",
            Json.object().put("scripts", folder.key(workspace.root())).value());
  }

  static String name(Workspace workspace) {
    return workspace.files().collection().top().name();
  }
}
