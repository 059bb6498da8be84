package parley.engine.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.ScriptsPlan;
import parley.engine.plan.StepPlan;
import parley.model.outcome.Result;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;

/**
 * The scripts around the steps. While one looks at a message, that message and all that comes after
 * it waits, so that rules and steps find what the script has set.
 *
 * <pre>
 *   idle --message--> looking --the script ends: the message goes on, the next one--> looking
 *                             --the script ends: nothing waits--> idle
 * </pre>
 */
final class Scripting {

  /** How many messages may wait for the script. */
  private static final int MAX_HELD = 10_000;

  private final Session session;
  private final ScriptsPlan plan;
  private final Chances chances;
  private final Deque<Event> waiting = new ArrayDeque<>(0);
  private @Nullable Look looking;
  private Result reached = new Result.Passed();
  private long held;

  /** A message that is looked at, and the strand that does. */
  private record Look(Event.Message message, Strand strand) {}

  Scripting(Session session, ScriptsPlan plan) {
    this.session = session;
    this.plan = plan;
    var beside = plan.beforeConnect().isPresent() || plan.onMessage().isPresent();
    chances = new Chances(beside ? session.random().nextLong() : 0);
  }

  /** Whether a message is looked at first, or comes after one that is. */
  boolean holds(Event.Message message) {
    var script = plan.onMessage();
    if (script.isEmpty()) {
      return false;
    }
    if (held == MAX_HELD) {
      session.stop(
          new Result.Failed(
              "%d messages wait for the script on-message, which is too slow for them"
                  .formatted(MAX_HELD)));
      return true;
    }
    held++;
    waiting.add(
        new Event.Message(
            message.connection(),
            message.number(),
            message.text(),
            Bytes.copyOf(message.payload()).asBuffer()));
    next(script.get());
    return true;
  }

  /** Whether the end of a connection comes after a message that is looked at. */
  boolean holds(Event.Ended ended) {
    if (looking == null) {
      return false;
    }
    waiting.add(ended);
    return true;
  }

  private void next(StepPlan.Script script) {
    while (looking == null && !waiting.isEmpty()) {
      var first = waiting.remove();
      if (first instanceof Event.Message message) {
        look(message, script);
      } else {
        session.pass((Event.Ended) first);
      }
    }
  }

  private void look(Event.Message message, StepPlan.Script script) {
    var link = session.links().get(message.connection());
    var strand = new Strand(session, link, true, chances.next(link.number()));
    strand.enter(new SequenceRun(List.of(script)));
    strand.remember(
        new Held(message.number(), message.text(), Bytes.copyOf(message.payload().duplicate())));
    looking = new Look(message, strand);
    session.add(strand);
  }

  /** A message that was looked at goes on, and the next one is looked at; false when none was. */
  boolean goesOn() {
    var look = looking;
    if (look == null || !look.strand().isOver()) {
      return false;
    }
    looking = null;
    held--;
    session.pass(look.message());
    next(plan.onMessage().orElseThrow());
    return true;
  }

  /** Nobody wants messages any more; connections that ended meanwhile have ended. */
  void release() {
    looking = null;
    held = 0;
    var left = List.copyOf(waiting);
    waiting.clear();
    for (var event : left) {
      if (event instanceof Event.Ended ended) {
        session.pass(ended);
      }
    }
  }

  /** Random numbers for the script before a handshake, and for that handshake. */
  RandomGenerator chance(Link link) {
    return chances.next(-1 - link.number());
  }

  /** The script before a handshake. */
  Optional<Activity> beforeConnect(Link link, Runnable dial) {
    return plan.beforeConnect().map(script -> new BeforeConnect(script, link, dial));
  }

  /** Something ended that has steps after it. */
  void ended(Result with) {
    reached = with;
  }

  /** What the steps have come to, for the script after them. */
  Value result() {
    return ScriptSight.result(
        session.pending().orElse(reached), session.outcomes().all(), session.nowNanos());
  }
}
