package parley.workbench.talk;

import java.time.Duration;
import parley.workbench.step.Positions;
import parley.workbench.step.StepResults;

/**
 * The steps of a conversation, done once.
 *
 * @param positions the rows of messages that its results name
 */
record Run(StepResults results, Positions positions, long beganNanos) {

  Duration took() {
    return Duration.ofNanos(System.nanoTime() - beganNanos);
  }

  boolean isGoingOn() {
    return !results.isOver();
  }
}
