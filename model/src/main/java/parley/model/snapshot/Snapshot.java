package parley.model.snapshot;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import parley.model.collection.Position;

/**
 * What a conversation received when it was recorded, to be compared with later runs.
 *
 * @param order of the messages of a connection
 * @param more whether further messages may follow at the end
 * @param masks that hold for all messages
 * @param ignored what is not compared
 * @param recordings one for each row of the conversation's data
 */
public record Snapshot(
    Path file,
    Order order,
    boolean more,
    List<Mask> masks,
    List<Ignored> ignored,
    List<Recording> recordings) {

  /** How the name of its file ends. */
  public static final String ENDING = ".snapshot.yaml";

  private static final String CONVERSATION = ".ws.yaml";

  public Snapshot {
    masks = List.copyOf(masks);
    ignored = List.copyOf(ignored);
    recordings = List.copyOf(recordings);
  }

  /**
   * The messages of one run.
   *
   * @param row as outcomes call it; empty without data
   * @param at where they stand
   */
  public record Recording(String row, List<Kept> kept, Position at) {
    public Recording {
      kept = List.copyOf(kept);
    }
  }

  /** What the run with that row was like. */
  public Optional<Recording> recording(String row) {
    return recordings.stream().filter(one -> one.row().equals(row)).findFirst();
  }

  /** All that is kept, of all rows. */
  public Stream<Kept> all() {
    return recordings.stream().flatMap(one -> one.kept().stream());
  }

  /** The file beside a conversation that keeps its snapshot. */
  public static Path of(Path conversation) {
    var name = String.valueOf(conversation.getFileName());
    var plain =
        name.endsWith(CONVERSATION)
            ? name.substring(0, name.length() - CONVERSATION.length())
            : name;
    return conversation.resolveSibling(plain + ENDING);
  }

  /** The conversation that a snapshot's file belongs to. */
  public static Path conversationOf(Path snapshot) {
    var name = String.valueOf(snapshot.getFileName());
    return snapshot.resolveSibling(
        name.substring(0, name.length() - ENDING.length()) + CONVERSATION);
  }
}
