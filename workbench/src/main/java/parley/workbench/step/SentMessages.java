package parley.workbench.step;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import parley.model.outcome.Numbered;
import parley.model.outcome.StepOutcome;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;

/** What was sent lately, until a step says that it was its own. */
final class SentMessages {

  /** A step that sends ends right after its message was written. */
  private static final int MAX_KEPT = 1000;

  /** What one step names at most, when it streams. */
  private static final int MAX_OF_STEP = 100;

  /** What was sent, and when. */
  private record Sent(long number, String connection, Duration elapsed) {}

  private final Deque<Sent> kept = new ArrayDeque<>();

  void add(Numbered numbered) {
    if (isSent(numbered.entry())) {
      kept.add(new Sent(numbered.number(), numbered.connection(), numbered.entry().at().elapsed()));
      if (kept.size() > MAX_KEPT) {
        kept.remove();
      }
    }
  }

  private static boolean isSent(Entry entry) {
    return switch (entry) {
      case Entry.Message message -> message.direction() == Direction.SENT;
      case Entry.Ping ping -> ping.direction() == Direction.SENT;
      case Entry.Close close -> close.direction() == Direction.SENT;
      case Entry.Raw raw -> raw.direction() == Direction.SENT;
      case Entry.Pong _, Entry.Frame _, Entry.Phase _, Entry.Tried _, Entry.Secured _ -> false;
      case Entry.HandshakeSent _, Entry.HandshakeReceived _, Entry.Opened _ -> false;
      case Entry.Refused _, Entry.Failed _, Entry.Broken _, Entry.Closed _ -> false;
      case Entry.Unsent _, Entry.Notice _, Entry.Retry _ -> false;
    };
  }

  /** Takes what a step has sent: the first of its time, of one that streams all. */
  List<Long> take(StepOutcome step, boolean streams) {
    var taken = new ArrayList<Long>();
    for (var each = kept.iterator(); each.hasNext(); ) {
      var sent = each.next();
      if (isOf(step, sent) && (streams || taken.isEmpty())) {
        each.remove();
        taken.add(sent.number());
      }
    }
    return taken.subList(0, Math.min(taken.size(), MAX_OF_STEP));
  }

  /** Times of a transcript are cut to microseconds. */
  private static boolean isOf(StepOutcome step, Sent sent) {
    return sent.connection().equals(step.connection())
        && sent.elapsed().compareTo(step.began().minusNanos(1000)) >= 0
        && sent.elapsed().compareTo(step.ended()) <= 0;
  }
}
