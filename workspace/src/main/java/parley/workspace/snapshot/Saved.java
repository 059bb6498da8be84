package parley.workspace.snapshot;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of the snapshot of a conversation.
 *
 * @param notices what a person should look at, in whole sentences
 */
public record Saved(Path snapshot, State state, String text, List<String> notices) {

  public Saved {
    notices = List.copyOf(notices);
  }

  /** How it ended. */
  public enum State {
    RECORDED,
    UPDATED,
    UNCHANGED,
    /** It has no recording of rows that ran; {@link Saved#text} names them. */
    INCOMPLETE,
    /** It could not be kept; {@link Saved#text} says why. */
    FAILED
  }
}
