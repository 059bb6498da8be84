package parley.model.outcome;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a whole run of tests came to.
 *
 * @param program that ran them, with its version
 * @param began by the machine's clock
 * @param took until the last one had ended
 * @param planned how many runs there were to be; more than there are when it was ended before
 * @param repetition with what it does the same again
 * @param tests in the order of their files, one for each row
 */
public record RunOutcome(
    String program,
    Instant began,
    Duration took,
    int planned,
    Repetition repetition,
    List<TestOutcome> tests) {

  public RunOutcome {
    tests = List.copyOf(tests);
  }
}
