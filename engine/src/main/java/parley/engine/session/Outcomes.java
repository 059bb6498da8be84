package parley.engine.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.StepHead;
import parley.model.outcome.Result;
import parley.model.outcome.StepOutcome;

/** Numbers steps, tells of them, and keeps what they came to. */
final class Outcomes {

  /** How many are kept for the end; every one is told when it ends. */
  static final int MAX_KEPT = 10_000;

  private final Session session;
  private final boolean onlyBad;
  private final List<StepOutcome> kept = new ArrayList<>(0);
  private @Nullable Result softFailure;
  private int last;

  /**
   * Without any so far.
   *
   * @param onlyBad whether good steps are not told: a mock does them all day
   */
  Outcomes(Session session, boolean onlyBad) {
    this.session = session;
    this.onlyBad = onlyBad;
  }

  /** The number of the next step. */
  int next() {
    return ++last;
  }

  /** A step begins. */
  int begin(StepHead head, Strand strand) {
    var number = next();
    if (!onlyBad) {
      session.report(
          new Report.StepBegan(
              number, head.label(), head.at(), strand.nesting(), strand.isBackground()));
    }
    return number;
  }

  /** A step has ended. */
  void ended(StepOutcome outcome) {
    if (onlyBad && outcome.result().isGood()) {
      return;
    }
    session.report(new Report.StepEnded(outcome));
    if (outcome.soft() && !outcome.result().isGood() && softFailure == null) {
      softFailure = outcome.result();
    }
    if (!onlyBad && kept.size() < MAX_KEPT) {
      kept.add(outcome);
    }
  }

  /** The first failure that did not end the conversation. */
  Optional<Result> softFailure() {
    return Optional.ofNullable(softFailure);
  }

  List<StepOutcome> all() {
    return kept;
  }
}
