package parley.engine.session;

import java.util.HashMap;
import java.util.Map;

/** Who waits for the answer to what. */
final class Tickets {

  private final Map<Long, Activity> askers = new HashMap<>(2);
  private long last;

  /** A number under which the answer to something finds back to {@code asker}. */
  long issue(Activity asker) {
    askers.put(++last, asker);
    return last;
  }

  /** Brings an answer to who asked for it, once. */
  void answer(long ticket, Answer answer) {
    var asker = askers.remove(ticket);
    if (asker != null) {
      asker.answered(answer);
    }
  }
}
