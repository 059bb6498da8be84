package parley.workspace.script;

import java.util.Set;
import java.util.function.Consumer;
import parley.engine.session.ScriptAnswer;
import parley.engine.session.ScriptCall;
import parley.engine.session.ScriptRunner;

/** Does the scripts that were allowed, and no text that has taken the place of one since. */
record AllowedScripts(ScriptRunner runner, Set<String> texts) implements ScriptRunner {

  @Override
  public void run(ScriptCall call, Consumer<ScriptAnswer> answer) {
    if (texts.contains(call.script().text())) {
      runner.run(call, answer);
    } else {
      answer.accept(
          ScriptAnswer.refused("this script has changed since the collection's were allowed"));
    }
  }
}
