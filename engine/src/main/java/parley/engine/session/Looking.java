package parley.engine.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.engine.plan.MessageSight;
import parley.engine.plan.StepPlan;
import parley.model.collection.Position;
import parley.model.outcome.CheckOutcome;
import parley.model.outcome.Saw;

/** Which messages a receive wants, and what it says of the others. */
final class Looking {

  private final StepPlan.Receive plan;
  private final Position at;
  private final Link link;

  Looking(StepPlan.Receive plan, Link link) {
    this.plan = plan;
    this.link = link;
    at = plan.head().at();
  }

  boolean wants(Strand strand, Arrival arrival) {
    return wants(strand, strand.session().sight().at(arrival, strand.locals(), link));
  }

  boolean wants(Strand strand, Held message) {
    return wants(strand, sight(strand, message));
  }

  private boolean wants(Strand strand, MessageSight sight) {
    return plan.where().matches(sight)
        && (plan.correlation().isEmpty()
            || strand.session().correlations().answers(plan.correlation().get(), sight));
  }

  private MessageSight sight(Strand strand, Held message) {
    return strand.session().sight().at(message, strand.locals(), link);
  }

  /** The time from the sending to this answer, when it is one. */
  Optional<Duration> latency(Strand strand, Held answer) {
    var session = strand.session();
    return plan.correlation()
        .flatMap(one -> session.correlations().answered(one, sight(strand, answer)))
        .map(sentNanos -> Duration.ofNanos(session.nowNanos() - sentNanos));
  }

  /** The messages that a receive looks at without taking them. */
  List<Held> selected(Strand strand, StepPlan.TakePlan take) {
    var matching = link.inbox().messages().filter(one -> wants(strand, one));
    if (take instanceof StepPlan.TakePlan.Last last) {
      return newest(matching.toList(), last.count());
    }
    if (take instanceof StepPlan.TakePlan.Since back) {
      var since = strand.session().marked(back.mark());
      return matching.filter(one -> one.number() > since).toList();
    }
    return matching.toList();
  }

  private static List<Held> newest(List<Held> all, int count) {
    return all.subList(Math.max(0, all.size() - count), all.size());
  }

  /** What it saw of the inbox. */
  Saw saw(Strand strand, List<Long> taken, long rejectedCount) {
    var rejected = new ArrayList<Saw.Rejected>();
    for (var message : link.inbox().left().reversed()) {
      if (rejected.size() < Saw.MAX_REJECTED && !taken.contains(message.number())) {
        why(strand, message)
            .ifPresent(why -> rejected.addFirst(new Saw.Rejected(message.number(), why)));
      }
    }
    return new Saw(
        taken,
        rejected,
        Math.max(rejectedCount, rejected.size()),
        link.inbox().untaken(),
        link.inbox().dropped());
  }

  private Optional<CheckOutcome> why(Strand strand, Held message) {
    var miss = plan.where().firstMiss(sight(strand, message));
    return miss.isPresent() || wants(strand, message) ? miss : Optional.of(noAnswer());
  }

  private CheckOutcome noAnswer() {
    return new CheckOutcome(
        at,
        "answers",
        "the answer to a message that was sent",
        "an answer to none that waits for one",
        CheckOutcome.Verdict.FAILS);
  }
}
