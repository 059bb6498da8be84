package parley.cli.talk;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import parley.cli.shell.ExitCode;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.Outgoing;

/**
 * Decides when a conversation in a pipe sends, ends, and how it went. Input that comes before the
 * connection is open is kept and sent then. Not for several threads.
 *
 * <p>When the input has ended and all of it is written, the conversation waits for replies: up to 5
 * seconds for the next message while fewer have come than were sent, or while nothing was sent and
 * nothing has come; after that until 200 ms have passed without one. {@code --linger} puts one time
 * in place of both, {@code --count} and {@code --expect} end on messages instead.
 *
 * <pre>
 * CONNECTING --opened--> TALKING --input ended, written, quiet | expectation met--> CLOSING
 *      |                    |                                                          |
 *      +--- not opened -----+------------------- closed, time over ------------------> DONE
 * </pre>
 */
final class Talk {

  private static final Duration REPLY_WAIT = Duration.ofSeconds(5);
  private static final Duration AFTER_REPLIES = Duration.ofMillis(200);
  private static final long NEVER = Long.MAX_VALUE;

  private enum State {
    CONNECTING,
    TALKING,
    CLOSING,
    DONE
  }

  private final TalkSpec spec;
  private final long overallDeadlineNanos;
  private final Queue<Outgoing> early = new ArrayDeque<>();
  private State state = State.CONNECTING;
  private ExitCode outcome = ExitCode.OK;
  private boolean inputEnded;
  private boolean matched;
  private long talkDeadlineNanos = NEVER;
  private long quietSinceNanos;
  private long sent;
  private long unwritten;
  private long received;
  private long replies;

  /**
   * Begins at {@code nowNanos}, a time that is not negative and that all later ones are measured
   * with.
   */
  Talk(TalkSpec spec, long nowNanos) {
    this.spec = spec;
    this.overallDeadlineNanos = spec.maxTime().map(time -> nowNanos + time.toNanos()).orElse(NEVER);
  }

  /** When {@link TalkEvent.TimePassed} is due, in the time of {@code nowNanos}. */
  long deadlineNanos() {
    return Math.min(Math.min(overallDeadlineNanos, talkDeadlineNanos), quietDeadlineNanos());
  }

  /** Whether messages that come now are still asked for: not those after the expected ones. */
  boolean wantsMessages() {
    return !spec.expects() || state == State.CONNECTING || state == State.TALKING;
  }

  void on(TalkEvent event, long nowNanos, TalkActions out) {
    if (state == State.DONE) {
      return;
    }
    switch (event) {
      case TalkEvent.Opened() -> opened(nowNanos, out);
      case TalkEvent.NotOpened(var attempt) -> finish(Outcomes.of(attempt), out);
      case TalkEvent.Input(var message) -> input(message, out);
      case TalkEvent.InputEnded() -> inputEnded(nowNanos);
      case TalkEvent.InputUnreadable(var problem) -> inputUnreadable(problem, out);
      case TalkEvent.Delivered(var written) -> delivered(written, nowNanos);
      case TalkEvent.Received(var payload) -> received(payload.toText(), nowNanos, out);
      case TalkEvent.Closed(var closure) -> closed(closure, out);
      case TalkEvent.OutputGone() -> end(ExitCode.OK, out);
      case TalkEvent.Interrupted() -> end(ExitCode.INTERRUPTED, out);
      case TalkEvent.TimePassed() -> timePassed(nowNanos, out);
    }
  }

  private void opened(long nowNanos, TalkActions out) {
    state = State.TALKING;
    quietSinceNanos = nowNanos;
    talkDeadlineNanos = spec.timeout().map(time -> nowNanos + time.toNanos()).orElse(NEVER);
    while (!early.isEmpty()) {
      send(early.remove(), out);
    }
    checkExpectation(out);
  }

  private void input(Outgoing message, TalkActions out) {
    switch (state) {
      case CONNECTING -> early.add(message);
      case TALKING -> send(message, out);
      case CLOSING, DONE -> {}
    }
  }

  private void send(Outgoing message, TalkActions out) {
    sent++;
    unwritten++;
    out.send(message);
  }

  private void inputEnded(long nowNanos) {
    inputEnded = true;
    quietSinceNanos = nowNanos;
  }

  private void inputUnreadable(String problem, TalkActions out) {
    out.complain(problem);
    end(ExitCode.USAGE, out);
  }

  private void delivered(boolean written, long nowNanos) {
    if (written) {
      unwritten--;
      quietSinceNanos = nowNanos;
    }
  }

  private void received(String text, long nowNanos, TalkActions out) {
    received++;
    replies += sent > 0 ? 1 : 0;
    quietSinceNanos = nowNanos;
    matched |= spec.expect().map(regex -> regex.matcher(text).find()).orElse(false);
    checkExpectation(out);
  }

  private void checkExpectation(TalkActions out) {
    if (state != State.TALKING) {
      return;
    }
    if (spec.expect().isPresent() ? matched : isCountReached()) {
      close(ExitCode.OK, out);
    } else if (isCountReached()) {
      failExpectation("but none of the " + received + " messages matched", out);
    }
  }

  private boolean isCountReached() {
    return spec.count() > 0 && received >= spec.count();
  }

  private void failExpectation(String found, TalkActions out) {
    out.complain("expected " + expectation() + ", " + found);
    close(ExitCode.EXPECTATION_FAILED, out);
  }

  private String expectation() {
    return spec.expect()
        .map(regex -> "a message that matches '" + regex + "'")
        .orElse(spec.count() == 1 ? "a message" : spec.count() + " messages");
  }

  private void close(ExitCode code, TalkActions out) {
    if (state == State.TALKING) {
      state = State.CLOSING;
      outcome = code;
      talkDeadlineNanos = NEVER;
      out.close(spec.closing());
    }
  }

  private void closed(Closure closure, TalkActions out) {
    if (closure.ending() == Closure.Ending.VIOLATION) {
      finish(ExitCode.UNEXPECTED_CLOSE, out);
    } else if (state == State.CLOSING) {
      finish(outcome, out);
    } else if (spec.expects()) {
      out.complain("expected " + expectation() + ", but the connection ended after " + received);
      finish(ExitCode.EXPECTATION_FAILED, out);
    } else {
      finish(unwritten == 0 ? Outcomes.of(closure) : ExitCode.UNEXPECTED_CLOSE, out);
    }
  }

  private void end(ExitCode code, TalkActions out) {
    if (state == State.CONNECTING) {
      finish(code, out);
    } else {
      close(code, out);
    }
  }

  private void timePassed(long nowNanos, TalkActions out) {
    if (nowNanos >= overallDeadlineNanos) {
      out.complain("the time of -m was over");
      finish(
          spec.expects() && state == State.TALKING ? ExitCode.EXPECTATION_FAILED : ExitCode.TIMEOUT,
          out);
    } else if (nowNanos >= talkDeadlineNanos) {
      talkTimedOut(out);
    } else if (nowNanos >= quietDeadlineNanos()) {
      close(ExitCode.OK, out);
    }
  }

  private void talkTimedOut(TalkActions out) {
    if (spec.expects()) {
      failExpectation("but the time was over after " + received + "; --timeout waits longer", out);
    } else {
      out.complain("the time of --timeout was over");
      close(ExitCode.TIMEOUT, out);
    }
  }

  /** When silence ends the conversation; never while it is not to. */
  private long quietDeadlineNanos() {
    var waits = state == State.TALKING && inputEnded && unwritten == 0;
    if (!waits || spec.expects() || spec.noClose()) {
      return NEVER;
    }
    return quietSinceNanos + spec.linger().orElseGet(this::quietTime).toNanos();
  }

  private Duration quietTime() {
    var repliesAreDue = sent == 0 ? received == 0 : replies < sent;
    return repliesAreDue ? REPLY_WAIT : AFTER_REPLIES;
  }

  private void finish(ExitCode code, TalkActions out) {
    state = State.DONE;
    out.finish(code);
  }
}
