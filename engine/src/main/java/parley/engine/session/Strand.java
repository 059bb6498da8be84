package parley.engine.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import parley.engine.expression.Scope;
import parley.engine.plan.MessageSight;
import parley.model.outcome.Nesting;
import parley.protocol.frame.Bytes;

/**
 * Steps that are done one after the other: what it is doing now, innermost last, and what it sees
 * from there.
 */
final class Strand {

  private final Session session;
  private final Link link;
  private final boolean background;
  private final Nesting outer;
  private final RandomGenerator random;
  private final List<Activity> doing = new ArrayList<>(4);
  private @Nullable Local locals;
  private List<Held> messages = List.of();
  private boolean single;
  private boolean isCut;
  private @Nullable Ending ending;

  /**
   * A strand that has nothing to do yet.
   *
   * @param link the connection of steps that name none
   */
  Strand(Session session, Link link, boolean background) {
    this(session, link, background, session.random());
  }

  /** The same with random numbers of its own. */
  Strand(Session session, Link link, boolean background, RandomGenerator random) {
    this.session = session;
    this.link = link;
    this.background = background;
    this.random = random;
    outer = Nesting.NONE;
  }

  /**
   * One of several inside of a step of {@code around}, which sees what that step sees.
   *
   * @param place among the several, from 0
   */
  Strand(Strand around, int place) {
    session = around.session;
    link = around.link;
    background = around.background;
    random = new SplittableRandom(around.random.nextLong());
    outer = around.inside(place);
    locals = around.locals;
    messages = around.messages;
    single = around.single;
  }

  Session session() {
    return session;
  }

  Link link() {
    return link;
  }

  RandomGenerator random() {
    return random;
  }

  boolean isBackground() {
    return background;
  }

  /** What is around the step that is done now. */
  Nesting nesting() {
    var depth = outer.depth();
    var parent = outer.parent();
    StepRun latest = null;
    for (var activity : doing) {
      if (activity instanceof StepRun step) {
        if (latest != null) {
          depth++;
          parent = latest.number();
        }
        latest = step;
      }
    }
    return new Nesting(depth, parent, outer.strand());
  }

  /** What is around steps of the one that is done now. */
  private Nesting inside(int place) {
    var step = 0;
    for (var activity : doing) {
      step = activity instanceof StepRun one ? one.number() : step;
    }
    return new Nesting(nesting().depth() + 1, step, place);
  }

  void enter(Activity activity) {
    doing.add(activity);
  }

  /** Goes on as far as it can. */
  void run() {
    var others = session.memory().chance(random);
    proceed();
    session.memory().chance(others);
  }

  private void proceed() {
    while (!doing.isEmpty()) {
      switch (doing.getLast().proceed(this)) {
        case Progress.Wait _ -> {
          return;
        }
        case Progress.Enter(var inner) -> doing.add(inner);
        case Progress.End(var how) -> end(how);
      }
    }
  }

  private void end(Ending how) {
    doing.removeLast();
    if (doing.isEmpty()) {
      ending = how;
    } else {
      doing.getLast().innerEnded(how);
    }
  }

  boolean isOver() {
    return doing.isEmpty();
  }

  /** How it ended; passed for one that never had anything to do. */
  Ending ending() {
    return ending == null ? Ending.PASSED : ending;
  }

  /** Ends the outermost step whose time is up, and goes on behind it. */
  boolean expire(long nowNanos) {
    for (var i = 0; i < doing.size(); i++) {
      if (doing.get(i) instanceof StepRun step && step.deadlineNanos() <= nowNanos) {
        expire(i, step);
        return true;
      }
    }
    return false;
  }

  private void expire(int index, StepRun step) {
    // A step has a deadline only while it does what its verb says.
    step.timesOut(doing.get(index + 1).timedOut(this, step.within()));
    cut(index + 1);
    if (doing.size() == index + 1) {
      step.innerEnded(Ending.CUT);
    }
    run();
  }

  /**
   * Gives up what it is doing, but for what is to be done in any case: that is done first. A second
   * time it is given up, too.
   */
  void cut() {
    if (isCut) {
      cancel();
    } else {
      isCut = true;
      cut(0);
    }
  }

  private void cut(int from) {
    for (var i = from; i < doing.size(); i++) {
      if (doing.get(i) instanceof StepRun step) {
        step.timesOutNoMore();
      }
      if (doing.get(i).isLast()) {
        var _ = doing.get(i).cut(this);
        return;
      }
    }
    while (doing.size() > from && !doing.getLast().cut(this)) {
      cancelDownTo(doing.size() - 1);
    }
  }

  /** Gives up all that it is doing. */
  void cancel() {
    cancelDownTo(0);
  }

  private void cancelDownTo(int size) {
    while (doing.size() > size) {
      doing.getLast().cancelled(this);
      doing.removeLast();
    }
  }

  /** When it wants to go on, whatever happens until then. */
  long dueNanos() {
    var due = doing.getLast().dueNanos();
    for (var activity : doing) {
      due = activity instanceof StepRun step ? Math.min(due, step.deadlineNanos()) : due;
    }
    return due;
  }

  boolean takes(Arrival arrival) {
    return doing.getLast().takes(this, arrival);
  }

  void sees(Arrival arrival) {
    doing.getLast().sees(this, arrival);
  }

  void pong(Link from, Bytes payload, Duration roundTrip) {
    if (doing.getLast() instanceof PingRun ping) {
      ping.pong(from, payload, roundTrip);
    }
  }

  /** Whether its step waits for the end of that connection. */
  boolean waitsForEnd(Link of) {
    return !doing.isEmpty() && doing.getLast() instanceof ClosedRun closed && closed.link() == of;
  }

  /** {@code $} stands for that message from now on. */
  void remember(Held message) {
    messages = List.of(message);
    single = true;
  }

  /** {@code $} stands for the list of those messages from now on. */
  void remember(List<Held> several) {
    messages = List.copyOf(several);
    single = false;
  }

  /** What {@code $} stands for: one message, or several. */
  List<Held> messages() {
    return messages;
  }

  @Nullable Local locals() {
    return locals;
  }

  void locals(@Nullable Local changed) {
    locals = changed;
  }

  /** What its steps see: the message they took last, and {@code of}. */
  MessageSight sight(Link of) {
    return single
        ? session.sight().at(messages.getFirst(), locals, of)
        : session.sight().at(messages, locals, of);
  }

  Scope scope(Link of) {
    return sight(of).scope();
  }

  Scope scope() {
    return scope(link);
  }
}
