package parley.engine.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.StepPlan;
import parley.engine.plan.StepPlan.TakePlan;
import parley.model.outcome.Saw;

/**
 * Takes messages from the inbox as they come, or looks at those that are there, as often as it is
 * to be repeated.
 */
final class ReceiveRun implements Activity {

  private final StepPlan.Receive plan;
  private final StepRun step;
  private final Link link;
  private final Looking looking;
  private final Repetition repetition;
  private final Doorway doorway;
  private final List<Held> taken = new ArrayList<>(1);
  private final Deque<Long> numbers = new ArrayDeque<>(1);
  private long rejected;
  private long dueNanos = NEVER;
  private boolean begun;
  private boolean scanned;

  ReceiveRun(StepPlan.Receive plan, StepRun step, Link link) {
    this.plan = plan;
    this.step = step;
    this.link = link;
    looking = new Looking(plan, link);
    repetition = new Repetition(plan.repeatOrNull());
    doorway = new Doorway(link, List.of());
  }

  @Override
  public Progress proceed(Strand strand) {
    if (!begun) {
      begun = true;
      var first = again(strand, repetition.first(strand.scope(link)));
      if (first != null) {
        return first;
      }
    }
    if (strand.session().nowNanos() < dueNanos && dueNanos != NEVER) {
      return Progress.Wait.HERE;
    }
    dueNanos = NEVER;
    if (link.state() == Link.State.NEW
        && doorway.pass(strand) instanceof Doorway.Door.Shut(var end)) {
      return Progress.end(end);
    }
    return plan.take() instanceof TakePlan.Next next ? take(strand, next.count()) : look(strand);
  }

  /** Null when it goes on at once. */
  private @Nullable Progress again(Strand strand, Repetition.Next next) {
    return switch (next) {
      case Repetition.Next.End(var ending) -> end(strand, ending);
      case Repetition.Next.Again again -> {
        var delayNanos = again.delayNanos();
        step.again(strand);
        taken.clear();
        scanned = false;
        dueNanos = delayNanos == 0 ? NEVER : strand.session().nowNanos() + delayNanos;
        yield delayNanos == 0 ? null : Progress.Wait.HERE;
      }
    };
  }

  private Progress take(Strand strand, int count) {
    scan(strand, count);
    if (taken.size() == count) {
      return judge(strand);
    }
    return link.state() == Link.State.ENDED ? lost(strand) : Progress.Wait.HERE;
  }

  /** Takes what came before; what comes from now on is offered. */
  private void scan(Strand strand, int count) {
    if (scanned) {
      return;
    }
    scanned = true;
    for (var message : link.inbox().left()) {
      if (taken.size() < count) {
        if (looking.wants(strand, message)) {
          link.inbox().take(message);
          add(strand, message);
        } else {
          rejected++;
        }
      }
    }
  }

  private void add(Strand strand, Held message) {
    looking.latency(strand, message).ifPresent(step.findings()::latency);
    taken.add(message);
    name(message);
  }

  private void name(Held message) {
    if (numbers.size() == Saw.MAX_TAKEN) {
      numbers.removeFirst();
    }
    numbers.addLast(message.number());
  }

  @Override
  public boolean takes(Strand strand, Arrival arrival) {
    var waits = dueNanos == NEVER && arrival.link() == link && plan.take() instanceof TakePlan.Next;
    if (waits && looking.wants(strand, arrival)) {
      add(strand, arrival.keep());
      return true;
    }
    rejected += waits ? 1 : 0;
    return false;
  }

  /** One that was asked for is itself; all others are a list, however many there are. */
  private void remember(Strand strand) {
    if ((plan.take() instanceof TakePlan.Next next && next.count() == 1)
        || (plan.take() instanceof TakePlan.Last last && last.count() == 1)) {
      strand.remember(taken.getFirst());
    } else {
      strand.remember(taken);
    }
  }

  private Progress judge(Strand strand) {
    remember(strand);
    var extraction =
        Extractions.of(plan.extract(), strand, link, step.findings()).finish(strand, link);
    return judged(strand, extraction);
  }

  private Progress judged(Strand strand, Ending extraction) {
    var ending = verdict(strand, extraction);
    if (!ending.goesOn()) {
      return end(strand, ending);
    }
    var next = again(strand, repetition.next(strand.scope(link)));
    return next == null ? proceed(strand) : next;
  }

  private Ending verdict(Strand strand, Ending extraction) {
    var checks = step.findings().judge(plan.asserts().outcomes(strand.sight(link)));
    return extraction.goesOn() ? checks : extraction;
  }

  /** Waits until there is something and all extractions find something in it. */
  private Progress look(Strand strand) {
    var selected = looking.selected(strand, plan.take());
    if (!selected.isEmpty()) {
      taken.clear();
      taken.addAll(selected);
      numbers.clear();
      selected.forEach(this::name);
      remember(strand);
      var extractions = Extractions.of(plan.extract(), strand, link, step.findings());
      if (extractions.areResolved()) {
        return judged(strand, extractions.finish(strand, link));
      }
    }
    return link.state() == Link.State.ENDED ? lost(strand) : Progress.Wait.HERE;
  }

  private Progress lost(Strand strand) {
    return end(
        strand,
        link.refusal().isPresent()
            ? link.whyNotOpen()
            : Ending.failed("%s %s before %s".formatted(link.title(), link.endText(), wanted())));
  }

  private Progress end(Strand strand, Ending ending) {
    saw(strand);
    return Progress.end(ending);
  }

  private void saw(Strand strand) {
    step.findings().saw(looking.saw(strand, List.copyOf(numbers), rejected));
  }

  private String wanted() {
    var where = plan.where().isEmpty() ? "a message came" : "a message came that matches `where`";
    return plan.take() instanceof TakePlan.Next next && next.count() > 1
        ? "%d messages came; %d did".formatted(next.count(), taken.size())
        : where;
  }

  /** What it has looked at so far is judged with the defaults of what is still missing. */
  @Override
  public Ending timedOut(Strand strand, String within) {
    if (!(plan.take() instanceof TakePlan.Next) && !taken.isEmpty()) {
      var ending =
          Extractions.of(plan.extract(), strand, link, step.findings()).finish(strand, link);
      saw(strand);
      return verdict(strand, ending);
    }
    saw(strand);
    return Ending.failed(missing(within));
  }

  private String missing(String within) {
    if (plan.take() instanceof TakePlan.Next next && next.count() > 1) {
      return "%d of %d messages came within %s%s"
          .formatted(taken.size(), next.count(), within, others());
    }
    return "no message%s within %s%s"
        .formatted(
            plan.where().isEmpty() ? " came" : " that matches `where` came", within, others());
  }

  private String others() {
    return rejected == 0
        ? ""
        : "; %d came that %s not match".formatted(rejected, rejected == 1 ? "does" : "do");
  }

  @Override
  public long dueNanos() {
    return dueNanos;
  }
}
