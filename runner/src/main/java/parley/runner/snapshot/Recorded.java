package parley.runner.snapshot;

import java.util.List;
import parley.model.snapshot.Snapshot;
import parley.model.snapshot.SnapshotUpdate;

/** What recording a conversation came to. */
public sealed interface Recorded {

  /**
   * A first snapshot.
   *
   * @param notices what a person should look at, in whole sentences
   */
  record Fresh(Snapshot snapshot, List<String> notices) implements Recorded {
    public Fresh {
      notices = List.copyOf(notices);
    }
  }

  /** Another one than there was. */
  record Changed(SnapshotUpdate update, List<String> notices) implements Recorded {
    public Changed {
      notices = List.copyOf(notices);
    }
  }

  /** All is as it was. */
  record Same() implements Recorded {}

  /** Nothing can be kept, and why: a clause. */
  record Nothing(String why) implements Recorded {}
}
