package parley.workbench.step;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.model.outcome.StepOutcome;
import parley.model.value.Value;

/** One time that a step is done: first it waits, then it runs, then it has an outcome. */
final class StepRun {

  private final StepPlace place;
  private final int round;
  private boolean begun;
  private int number;
  private int strand;
  private @Nullable StepOutcome outcome;
  private List<Long> sent = List.of();
  private @Nullable Value told;

  /**
   * One that waits.
   *
   * @param round how often the step was done before in the same run, and 1 more
   */
  StepRun(StepPlace place, int round) {
    this.place = place;
    this.round = round;
  }

  StepPlace place() {
    return place;
  }

  int round() {
    return round;
  }

  /** As the session counts. */
  int number() {
    return number;
  }

  /** Which of several that are done side by side it stands in, from 0. */
  int strand() {
    return strand;
  }

  void begin(int of, int inStrand) {
    begun = true;
    number = of;
    strand = inStrand;
    told = null;
  }

  /** Ends it, with the numbers of the messages that it sent. */
  void end(StepOutcome how, List<Long> messages) {
    outcome = how;
    sent = List.copyOf(messages);
    told = null;
  }

  boolean isWaiting() {
    return !begun && outcome == null;
  }

  @Nullable StepOutcome outcome() {
    return outcome;
  }

  List<Long> sent() {
    return sent;
  }

  /** As it was told last, while that still holds. */
  @Nullable Value told() {
    return told;
  }

  void told(Value value) {
    told = value;
  }
}
