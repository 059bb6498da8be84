package parley.engine.session;

import java.util.function.Consumer;

/** Does scripts, apart from everything else. Any thread may use it. */
public interface ScriptRunner {

  /** One that does none: nobody has allowed it. */
  ScriptRunner NONE =
      (call, answer) ->
          answer.accept(
              ScriptAnswer.refused(
                  "nobody has allowed the scripts of this collection; read them, then allow them"
                      + " with `parley trust FOLDER`"));

  /**
   * Does a script within its limit and a moment more, whatever it does; the answer comes once, on
   * any thread.
   */
  void run(ScriptCall call, Consumer<ScriptAnswer> answer);
}
