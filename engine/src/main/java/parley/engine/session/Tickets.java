package parley.engine.session;

import java.util.HashMap;
import java.util.Map;

/** Who waits for the answer to what, and how much of what was to be sent was not. */
final class Tickets {

  /** Who asked for what nobody waits for. */
  private static final Activity NOBODY = _ -> Progress.end(Ending.PASSED);

  private final Map<Long, Activity> askers = new HashMap<>(2);
  private long last;
  private int unsent;

  /** A number under which the answer to something finds back to {@code asker}. */
  long issue(Activity asker) {
    askers.put(++last, asker);
    return last;
  }

  /** A number for what nobody waits for, but is to be counted. */
  long issue() {
    return issue(NOBODY);
  }

  /** Brings an answer to who asked for it, once. */
  void on(Event.Answered event) {
    var asker = askers.remove(event.ticket());
    if (event instanceof Event.Unsent unwritten && unwritten.ticket() != 0) {
      lost();
    }
    if (asker != null) {
      asker.answered(answer(event));
    }
  }

  private static Answer answer(Event.Answered event) {
    return switch (event) {
      case Event.Written _ -> new Answer.Done();
      case Event.Unsent(_, var why) -> new Answer.Refused(why);
      case Event.Loaded(_, var content) -> new Answer.Content(content);
      case Event.NotLoaded(_, var why) -> new Answer.Refused(why);
      case Event.ScriptEnded(_, var answer) -> new Answer.Scripted(answer);
    };
  }

  /** Something given by a step was not sent. */
  void lost() {
    unsent++;
  }

  /** How much was not sent that a step gave. */
  int unsent() {
    return unsent;
  }
}
