package parley.workbench.talk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import parley.model.outcome.StepOutcome;
import parley.protocol.endpoint.Outgoing;
import parley.runner.hand.HandSession.Giving;
import parley.runner.hand.HandVerb;
import parley.transport.connect.Connector;
import parley.workbench.talk.ConnectionStatus.State;

/** Brings messages on their way, and says when one did not get there. Any thread may call it. */
final class Dispatch {

  /**
   * A message to be sent.
   *
   * @param preview a line that tells it from others
   * @param outgoing as it would go out when it was given
   */
  record Letter(Hand hand, HandVerb verb, String connection, String preview, Outgoing outgoing) {

    /** How many bytes it carries. */
    long bytes() {
      return Preview.payload(outgoing).size();
    }
  }

  private final Board board;
  private final TalkLog log;
  private final Connector connector;
  private final Runnable changed;
  private final Outbox outbox = new Outbox();
  private final AtomicReference<@Nullable Repeating> repeating = new AtomicReference<>();

  Dispatch(Board board, TalkLog log, Connector connector, Runnable changed) {
    this.board = board;
    this.log = log;
    this.connector = connector;
    this.changed = changed;
  }

  Outbox outbox() {
    return outbox;
  }

  Optional<Repeating> repeating() {
    return Optional.ofNullable(repeating.get());
  }

  /** Sends one, connecting first when that is needed; gives its number in the outbox. */
  long send(Letter letter) {
    var session = letter.hand().session();
    if (!session.isOpen(letter.connection())) {
      board.change(letter.connection(), ConnectionStatus::wanted);
    }
    var ticket = outbox.add(letter.preview(), letter.bytes());
    switch (session.give(letter.verb(), letter.connection())) {
      case Giving.Wrong wrong -> lost(letter, ticket, wrong.why());
      case Giving.Begun(var outcome) -> {
        var _ = outcome.handle((how, _) -> sent(letter, ticket, how));
      }
    }
    changed.run();
    return ticket;
  }

  /** What was not written is in the log by then, since the session tells of it. */
  private @Nullable StepOutcome sent(Letter letter, long ticket, @Nullable StepOutcome how) {
    if (how != null && !how.result().isGood()) {
      notOpened(letter.hand(), letter.connection(), how.result().why());
    }
    outbox.remove(ticket);
    changed.run();
    return how;
  }

  private void lost(Letter letter, long ticket, String why) {
    log.unsent(letter.connection(), letter.outgoing(), letter.hand().file().redaction().in(why));
    outbox.remove(ticket);
  }

  /** What was tried is told already; what could not be tried is told here. */
  void notOpened(Hand by, String connection, String why) {
    if (board.is(connection, State.CONNECTING)) {
      var text = by.file().redaction().in(Refusals.sentence(why));
      board.change(connection, one -> one.impossible(text));
      log.notice(connection, "not connected: " + by.file().redaction().in(why));
      changed.run();
    }
  }

  /** Sends one, which was sent already, every so often. */
  void repeat(Letter letter, Duration every) {
    stopRepeating();
    var begun =
        new Repeating(
            letter.preview(), letter.connection(), every, connector, me -> sendAgain(me, letter));
    repeating.set(begun);
    begun.begin();
  }

  /** Whether there will be another time: not when the connection has ended. */
  private boolean sendAgain(Repeating me, Letter letter) {
    if (!outbox.isEmpty()) {
      return true;
    }
    if (!board.is(letter.connection(), State.CONNECTED)) {
      repeating.compareAndSet(me, null);
      changed.run();
      return false;
    }
    var _ = send(letter);
    me.count();
    changed.run();
    return true;
  }

  void stopRepeating() {
    Optional.ofNullable(repeating.getAndSet(null)).ifPresent(Repeating::stop);
    changed.run();
  }
}
