package parley.model.outcome;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * One run of one conversation as a test, with the tries before it when it was tried again.
 *
 * @param file of the conversation
 * @param name of the conversation
 * @param row which row of its data it ran with, such as {@code row 2}; empty without data
 * @param facts what was known of it before
 * @param began by the machine's clock
 * @param seed of the whole run; with it this one has the same random values again, alone or not
 * @param earlier the tries before this one, the first of them first; they have none of their own
 * @param transcript what was on its connections, the newest {@link #MAX_TRANSCRIPT} entries
 */
public record TestOutcome(
    Path file,
    String name,
    String row,
    TestFacts facts,
    Instant began,
    long seed,
    List<TestOutcome> earlier,
    ConversationOutcome outcome,
    List<Numbered> transcript) {

  /** How many entries of a transcript are kept. */
  public static final int MAX_TRANSCRIPT = 10_000;

  public TestOutcome {
    earlier = List.copyOf(earlier);
    transcript = List.copyOf(transcript);
  }

  /** The first try. */
  public TestOutcome(
      Path file,
      String name,
      String row,
      TestFacts facts,
      Instant began,
      long seed,
      ConversationOutcome outcome,
      List<Numbered> transcript) {
    this(file, name, row, facts, began, seed, List.of(), outcome, transcript);
  }

  public Result result() {
    return outcome.result();
  }

  /** Whether it passed after it had not: the same test, with two results. */
  public boolean isFlaky() {
    return result() instanceof Result.Passed
        && earlier.stream().anyMatch(one -> !one.result().isGood());
  }

  /** How often it was run: once and for each retry. */
  public int tries() {
    return earlier.size() + 1;
  }

  /** The same after these tries, each of which stands for itself alone. */
  public TestOutcome after(List<TestOutcome> tries) {
    var alone = tries.stream().map(one -> one.with(List.of(), one.transcript)).toList();
    return with(alone, transcript);
  }

  /** The same with another transcript. */
  public TestOutcome with(List<Numbered> other) {
    return with(earlier, other);
  }

  private TestOutcome with(List<TestOutcome> tries, List<Numbered> entries) {
    return new TestOutcome(file, name, row, facts, began, seed, tries, outcome, entries);
  }
}
