package parley.model.outcome;

import java.util.List;

/**
 * What a receive step saw of the inbox. Messages are named by their numbers in the transcript.
 *
 * @param taken those it took, or looked at when it takes none; the newest {@link #MAX_TAKEN} at
 *     most
 * @param rejected the newest ones that {@code where} did not let through, {@link #MAX_REJECTED} at
 *     most, and why
 * @param rejectedCount how many {@code where} did not let through
 * @param left how many stay in the inbox for later steps
 * @param dropped how many the inbox had to drop so far
 */
public record Saw(
    List<Long> taken, List<Rejected> rejected, long rejectedCount, long left, long dropped) {

  /** How many taken messages are named. */
  public static final int MAX_TAKEN = 1000;

  /** How many rejected messages are told one by one. */
  public static final int MAX_REJECTED = 10;

  public Saw {
    taken = List.copyOf(taken);
    rejected = List.copyOf(rejected);
  }

  /**
   * A message that {@code where} did not let through.
   *
   * @param number in the transcript
   * @param why the first statement that did not hold
   */
  public record Rejected(long number, CheckOutcome why) {}
}
