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
    if (endNanos == NEVER) {
      return begin(strand);
    }
    if (intruder != null) {
      return Progress.end(failed(strand, intruder));
    }
    if (strand.session().nowNanos() >= endNanos) {
      return Progress.end(Ending.PASSED);
    }
    return link.state() == Link.State.ENDED ? Progress.end(cutShort()) : Progress.Wait.HERE;
  }

  /** On a connection that has ended, nothing arriving says nothing. */
  private Ending cutShort() {
    return Ending.failed("%s %s before the time was over".formatted(link.title(), link.endText()));
  }

  private Progress begin(Strand strand) {
    return switch (doorway.pass(strand)) {
      case Doorway.Door.Coming _ -> Progress.Wait.HERE;
      case Doorway.Door.Shut(var ending) -> Progress.end(ending);
      case Doorway.Door.Open _ -> {
        endNanos = strand.session().nowNanos() + plan.forNanos();
        plan.since().ifPresent(mark -> lookBack(strand, strand.session().marked(mark)));
        yield proceed(strand);
      }
    };
  }

  private void lookBack(Strand strand, long since) {
    var sight = strand.session().sight();
    link.inbox()
        .messages()
        .filter(message -> message.number() > since)
        .filter(message -> plan.where().matches(sight.at(message, strand.locals(), link)))
        .findFirst()
        .ifPresent(message -> intruder = message);
  }

  @Override
  public void sees(Strand strand, Arrival arrival) {
    if (arrival.link() == link
        && plan.where().matches(strand.session().sight().at(arrival, strand.locals(), link))) {
      intruder = arrival.keep();
    }
  }

  private Ending failed(Strand strand, Held message) {
    strand.remember(message);
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
