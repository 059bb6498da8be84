package parley.model.outcome;

import java.time.Duration;
import java.util.List;

/**
 * What a whole conversation came to.
 *
 * @param result the first bad result of its steps, or passed
 * @param took from its first step to the end of its last connection
 * @param steps in the order they ended
 */
public record ConversationOutcome(Result result, Duration took, List<StepOutcome> steps) {

  public ConversationOutcome {
    steps = List.copyOf(steps);
  }
}
