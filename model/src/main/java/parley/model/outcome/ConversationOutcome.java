package parley.model.outcome;

import java.time.Duration;
import java.util.List;

/**
 * What a whole conversation came to.
 *
 * @param result the first bad result of its steps, or passed
 * @param took from its first step to the end of its last connection
 * @param steps in the order they ended
 * @param unsent how many of the messages that its steps gave to be sent were not written
 */
public record ConversationOutcome(
    Result result, Duration took, List<StepOutcome> steps, int unsent) {

  /** One that has lost no message. */
  public ConversationOutcome(Result result, Duration took, List<StepOutcome> steps) {
    this(result, took, steps, 0);
  }

  public ConversationOutcome {
    steps = List.copyOf(steps);
  }
}
