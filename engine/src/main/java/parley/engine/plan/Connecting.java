package parley.engine.plan;

import java.util.List;
import parley.model.collection.Position;
import parley.model.connection.ConnectSpec;

/** What filling in the keys of a connection came to. */
public sealed interface Connecting {

  /**
   * All that is asked of the connection.
   *
   * @param notices what was corrected or decided on the way, a sentence each
   */
  record Ready(ConnectSpec spec, List<String> notices) implements Connecting {
    public Ready {
      notices = List.copyOf(notices);
    }
  }

  /** It cannot be opened so. */
  record Faulty(Position at, String text) implements Connecting {}
}
