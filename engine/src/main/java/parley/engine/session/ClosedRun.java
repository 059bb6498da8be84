package parley.engine.session;

import parley.engine.plan.StepPlan;
import parley.model.collection.Step;
import parley.protocol.endpoint.Closure;

/** Waits for the end of a connection, and looks at how it ended. */
final class ClosedRun implements Activity {

  private final StepPlan.Closed plan;
  private final StepRun step;
  private final Link link;

  ClosedRun(StepPlan.Closed plan, StepRun step, Link link) {
    this.plan = plan;
    this.step = step;
    this.link = link;
  }

  Link link() {
    return link;
  }

  @Override
  public Progress proceed(Strand strand) {
    return switch (link.state()) {
      case NEW -> Progress.end(Ending.broken(link.title() + " was never opened"));
      case OPENING, OPEN, CLOSING, LOST -> Progress.Wait.HERE;
      case ENDED ->
          Progress.end(
              link.facts()
                  .closure()
                  .map(closure -> judge(strand, closure))
                  .orElseGet(link::whyNotOpen));
    };
  }

  private Ending judge(Strand strand, Closure closure) {
    var checks = step.findings().judge(plan.checks().outcomes(strand.sight(link)));
    return isBy(closure)
        ? checks
        : Ending.failed(
            "%s %s, expected the %s to end it"
                .formatted(
                    link.title(),
                    link.endText(),
                    plan.by() == Step.By.SERVER ? "server" : "client"));
  }

  private boolean isBy(Closure closure) {
    return switch (plan.by()) {
      case ANYBODY -> true;
      case SERVER -> closure.initiator() == Closure.Initiator.REMOTE;
      case CLIENT -> closure.initiator() == Closure.Initiator.LOCAL;
    };
  }

  @Override
  public Ending timedOut(Strand strand, String within) {
    return Ending.failed("%s is still open after %s".formatted(link.title(), within));
  }
}
