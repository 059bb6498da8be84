package parley.engine.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.StepPlan;
import parley.model.outcome.Saw;

/** Nothing such arrives: it looks at every message, whoever takes it, and takes none. */
final class AbsentRun implements Activity {

  private final StepPlan.Absent plan;
  private final StepRun step;
  private final Link link;
  private final Doorway doorway;
  private long endNanos = NEVER;
  private @Nullable Held intruder;

  AbsentRun(StepPlan.Absent plan, StepRun step, Link link) {
    this.plan = plan;
    this.step = step;
    this.link = link;
    doorway = new Doorway(link, List.of());
  }

  @Override
  public Progress proceed(Strand strand) {
    if (link.state() == Link.State.NEW
        && doorway.pass(strand) instanceof Doorway.Door.Shut(var end)) {
      return Progress.end(end);
    }
    if (endNanos == NEVER) {
      endNanos = strand.session().nowNanos() + plan.forNanos();
      plan.since().ifPresent(mark -> lookBack(strand, strand.session().marked(mark)));
    }
    if (intruder != null) {
      return Progress.end(failed(strand, intruder));
    }
    return strand.session().nowNanos() < endNanos
        ? Progress.Wait.HERE
        : Progress.end(Ending.PASSED);
  }

  private void lookBack(Strand strand, long since) {
    var sight = strand.session().sight();
    link.inbox()
        .messages()
        .filter(message -> message.number() > since)
        .filter(message -> plan.where().matches(sight.at(List.of(message), strand.locals(), link)))
        .findFirst()
        .ifPresent(message -> intruder = message);
  }

  @Override
  public void sees(Strand strand, Arrival arrival) {
    if (arrival.link() == link
        && intruder == null
        && plan.where().matches(strand.session().sight().at(arrival, strand.locals(), link))) {
      intruder = arrival.keep();
    }
  }

  private Ending failed(Strand strand, Held message) {
    strand.remember(List.of(message));
    step.findings()
        .saw(
            new Saw(
                List.of(message.number()),
                List.of(),
                0,
                link.inbox().untaken(),
                link.inbox().dropped()));
    return Ending.failed("a message came that should not have come");
  }

  @Override
  public long dueNanos() {
    return endNanos;
  }
}
