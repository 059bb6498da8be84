package parley.engine.plan;

import java.util.List;

/**
 * What is done beside the steps, on every connection.
 *
 * @param onConnect when one is opened
 * @param rules for messages, the first that matches
 * @param timers again and again while one is open
 * @param onReconnect when one is open again
 */
public record BackgroundPlan(
    List<StepPlan> onConnect, List<Rule> rules, List<Timer> timers, List<StepPlan> onReconnect) {

  public BackgroundPlan {
    onConnect = List.copyOf(onConnect);
    rules = List.copyOf(rules);
    timers = List.copyOf(timers);
    onReconnect = List.copyOf(onReconnect);
  }

  /** Whether nothing is done. */
  public boolean isEmpty() {
    return onConnect.isEmpty() && rules.isEmpty() && timers.isEmpty() && onReconnect.isEmpty();
  }

  /**
   * Steps that answer a message.
   *
   * @param otherwise for the messages that nothing else takes
   */
  public record Rule(CheckPlan where, boolean otherwise, List<StepPlan> steps) {
    public Rule {
      steps = List.copyOf(steps);
    }
  }

  /** Steps that are done every so often. */
  public record Timer(long everyNanos, List<StepPlan> steps) {
    public Timer {
      steps = List.copyOf(steps);
    }
  }
}
