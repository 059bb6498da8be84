package parley.workspace.script;

import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.engine.session.ScriptAnswer;
import parley.engine.session.ScriptCall;
import parley.engine.session.ScriptRunner;
import parley.workspace.Workspace;

/**
 * Says whose scripts are done. The runner of scripts is found and loaded when the first collection
 * that has some is allowed. Any thread may use it.
 */
public final class ScriptPermission {

  private final Trust trust;
  private final boolean everything;
  private @Nullable ScriptRunner runner;

  /**
   * A permission.
   *
   * @param everything whether all scripts are allowed this once
   */
  public ScriptPermission(Trust trust, boolean everything) {
    this.trust = trust;
    this.everything = everything;
  }

  /** What a person has allowed. */
  public Trust trust() {
    return trust;
  }

  /** The collection, with its scripts done where that is allowed. Blocks. */
  public Workspace grant(Workspace workspace) {
    if (workspace.files().scripts().isEmpty()) {
      return workspace;
    }
    if (everything) {
      return workspace.allowing(runner());
    }
    var seen = SeenScripts.of(workspace);
    return trust.covers(seen)
        ? workspace.allowing(new AllowedScripts(runner(), seen.texts()))
        : workspace;
  }

  private synchronized ScriptRunner runner() {
    if (runner == null) {
      runner = ServiceLoader.load(ScriptRunner.class).findFirst().orElse(ScriptPermission::nobody);
    }
    return runner;
  }

  private static void nobody(ScriptCall call, Consumer<ScriptAnswer> answer) {
    answer.accept(ScriptAnswer.refused("this Parley was built without its module for scripts"));
  }
}
