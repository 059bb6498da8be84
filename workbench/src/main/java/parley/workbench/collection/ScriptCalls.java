package parley.workbench.collection;

import java.io.IOException;
import java.util.Optional;
import parley.model.value.Value;
import parley.workbench.call.Answer;
import parley.workbench.call.Calls;
import parley.workbench.call.Json;
import parley.workbench.call.With;
import parley.workspace.ScriptText;
import parley.workspace.Workspace;
import parley.workspace.script.SeenScripts;
import parley.workspace.script.Trust;

/** The calls {@code scripts.*}: what the scripts of a collection are, and allowing them. */
public final class ScriptCalls {

  private final OpenFolder folder;

  public ScriptCalls(OpenFolder folder) {
    this.folder = folder;
  }

  /** Adds them. */
  public void addTo(Calls calls) {
    calls
        .add("scripts.get", (with, _) -> in(with, this::get))
        .add("scripts.allow", (with, _) -> in(with, this::allow));
  }

  private interface Doing {
    Answer with(With with, Workspace workspace);
  }

  private Answer in(With with, Doing doing) {
    folder.refresh();
    return switch (CollectionKey.of(with, folder)) {
      case CollectionKey.Missing(var answer) -> answer;
      case CollectionKey.Found(var workspace) -> doing.with(with, workspace);
    };
  }

  private Trust trust() {
    return folder.permission().trust();
  }

  private Answer get(With with, Workspace workspace) {
    var seen = SeenScripts.of(workspace);
    var allowed = trust().covers(seen);
    return Answer.of(
        Json.object()
            .put("name", ScriptGate.name(workspace))
            .put("scripts", seen.all(), this::value)
            .put("hash", seen.hash())
            .put("allowed", allowed)
            .put("changed", !allowed && trust().knows(workspace.root())));
  }

  private Value value(ScriptText script) {
    return Json.object()
        .put("path", folder.key(script.at().file()))
        .put("line", script.at().line())
        .putText("file", Optional.of(script.file()).filter(file -> !file.isEmpty()))
        .put("text", script.text())
        .value();
  }

  /** Allows what the page has shown, and nothing that came since. */
  private Answer allow(With with, Workspace workspace) {
    var seen = SeenScripts.of(workspace);
    if (!seen.hash().equals(with.text("hash"))) {
      return Answer.refuse(
          Answer.Code.CONFLICT,
          "The scripts have changed since they were shown; nothing was allowed.",
          "Read them as they are now.");
    }
    try {
      trust().allow(seen);
    } catch (IOException trouble) {
      return FileTrouble.answer("The permission cannot be written", trouble);
    }
    return Answer.DONE;
  }
}
