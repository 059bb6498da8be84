package parley.model.outcome;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * One run of one conversation as a test.
 *
 * @param file of the conversation
 * @param name of the conversation
 * @param row which row of its data it ran with, such as {@code row 2}; empty without data
 * @param began by the machine's clock
 * @param seed of the whole run; with it this one has the same random values again, alone or not
 * @param transcript what was on its connections, the newest {@link #MAX_TRANSCRIPT} entries
 */
public record TestOutcome(
    Path file,
    String name,
    String row,
    Instant began,
    long seed,
    ConversationOutcome outcome,
    List<Numbered> transcript) {

  /** How many entries of a transcript are kept. */
  public static final int MAX_TRANSCRIPT = 10_000;

  public TestOutcome {
    transcript = List.copyOf(transcript);
  }

  public Result result() {
    return outcome.result();
  }
}
