package parley.engine.session;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.engine.plan.BackgroundPlan;
import parley.engine.plan.StepPlan;
import parley.model.outcome.CheckOutcome;

/** What goes on beside the steps: rules for messages, timers, steps after a reconnect. */
final class Background {

  /** How many strands may go on beside the steps at a time. */
  static final int MAX_STRANDS = 1000;

  /** How many messages are looked at for a rule that makes no sense. */
  private static final int SUSPICIOUS = 10;

  private static final int ON_CONNECT = -1;
  private static final int ON_RECONNECT = -2;
  private static final int TIMERS = 1_000_000;

  private final Session session;
  private final BackgroundPlan plan;
  private final Chances chances;
  private final List<Heartbeat> heartbeats = new ArrayList<>(0);
  private final Set<BackgroundPlan.Rule> broken = new HashSet<>(0);
  private int messages;

  Background(Session session, BackgroundPlan plan) {
    this.session = session;
    this.plan = plan;
    chances = new Chances(plan.isEmpty() ? 0 : session.random().nextLong());
  }

  /** Steps of a timer on one connection. */
  private final class Heartbeat {

    private final Link link;
    private final BackgroundPlan.Timer timer;
    private final int number;
    private long dueNanos;
    private Strand strand;

    Heartbeat(Link link, BackgroundPlan.Timer timer, int number) {
      this.link = link;
      this.timer = timer;
      this.number = number;
      dueNanos = session.nowNanos() + timer.everyNanos();
      strand = new Strand(session, link, true);
    }

    /** A time that comes while the steps of the one before go on is left out. */
    void tick() {
      if (session.nowNanos() >= dueNanos) {
        var missed = (session.nowNanos() - dueNanos) / timer.everyNanos();
        dueNanos += (missed + 1) * timer.everyNanos();
        strand = strand.isOver() ? start(link, timer.steps(), number) : strand;
      }
    }
  }

  /** A connection is open. */
  void opened(Link link) {
    for (var i = 0; i < plan.timers().size(); i++) {
      heartbeats.add(new Heartbeat(link, plan.timers().get(i), TIMERS + i));
    }
    if (!plan.onConnect().isEmpty()) {
      start(link, plan.onConnect(), ON_CONNECT);
    }
  }

  /** A connection is open again after a loss: its steps come before those that waited for it. */
  void reopened(Link link) {
    if (!plan.onReconnect().isEmpty()) {
      session.first(start(link, plan.onReconnect(), ON_RECONNECT));
    }
  }

  /** A connection has ended. */
  void ended(Link link) {
    heartbeats.removeIf(one -> one.link == link);
  }

  /** Nothing more is begun. */
  void end() {
    heartbeats.clear();
  }

  /** The first rule for the message, if any, takes it. */
  boolean takes(Arrival arrival) {
    messages++;
    for (var rule : plan.rules()) {
      if (!rule.otherwise() && matches(rule, arrival)) {
        answer(arrival, rule);
        return true;
      }
    }
    return false;
  }

  private boolean matches(BackgroundPlan.Rule rule, Arrival arrival) {
    var sight = session.sight().at(arrival, null, arrival.link());
    var matches = rule.where().matches(sight);
    if (!matches && messages <= SUSPICIOUS) {
      rule.where()
          .firstMiss(sight)
          .filter(miss -> miss.verdict() == CheckOutcome.Verdict.BROKEN && broken.add(rule))
          .ifPresent(miss ->
              session.report(
                  new Report.Notice(
                      "`where` of an `on-message` rule at %s makes no sense for a message: %s"
                          .formatted(miss.at(), miss.found()))));
    }
    return matches;
  }

  /** A rule for the messages that nothing else wants, if there is one, takes it. */
  boolean takesOtherwise(Arrival arrival) {
    for (var rule : plan.rules()) {
      if (rule.otherwise()) {
        answer(arrival, rule);
        return true;
      }
    }
    return false;
  }

  private void answer(Arrival arrival, BackgroundPlan.Rule rule) {
    start(arrival.link(), rule.steps(), plan.rules().indexOf(rule)).remember(arrival.keep());
  }

  private Strand start(Link link, List<StepPlan> steps, int number) {
    var strand = new Strand(session, link, true, chances.next(number));
    if (session.backgroundStrands() >= MAX_STRANDS) {
      session.report(
          new Report.Notice(
              "more than %d rules and timers are under way; one is left out"
                  .formatted(MAX_STRANDS)));
      return strand;
    }
    strand.enter(new SequenceRun(steps));
    session.add(strand);
    return strand;
  }

  void tick() {
    for (var i = 0; i < heartbeats.size(); i++) {
      heartbeats.get(i).tick();
    }
  }

  long dueNanos() {
    var due = Activity.NEVER;
    for (var heartbeat : heartbeats) {
      due = Math.min(due, heartbeat.dueNanos);
    }
    return due;
  }
}
