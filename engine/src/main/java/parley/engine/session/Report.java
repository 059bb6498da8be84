package parley.engine.session;

import java.time.Duration;
import java.util.List;
import parley.model.collection.Position;
import parley.model.connection.WsUrl;
import parley.model.outcome.ConversationOutcome;
import parley.model.outcome.Nesting;
import parley.model.outcome.StepOutcome;
import parley.protocol.endpoint.Outgoing;

/** What a session tells while it goes on. */
public sealed interface Report {

  /**
   * A step begins.
   *
   * @param number in the order steps begin, from 1; its {@link StepOutcome} has the same
   * @param nesting where it stands among the steps around it
   */
  record StepBegan(int number, String label, Position at, Nesting nesting, boolean background)
      implements Report {}

  /** A step has ended, or was left out. */
  record StepEnded(StepOutcome outcome) implements Report {}

  /**
   * A connection is being opened.
   *
   * @param attempt 0 for the first time, else the number of the try after a loss
   * @param notices what was corrected or decided on the way, a sentence each
   */
  record Opening(int connection, String name, WsUrl url, int attempt, List<String> notices)
      implements Report {
    public Opening {
      notices = List.copyOf(notices);
    }
  }

  /**
   * A connection was lost and will be opened again.
   *
   * @param attempt of {@code attempts}, from 1
   * @param delay until then
   * @param why what ended it, or what came of the try before: a sentence, without its full stop
   */
  record Reconnecting(
      int connection, String name, int attempt, int attempts, Duration delay, String why)
      implements Report {}

  /**
   * A connection was lost and is not opened again, although the file asks for tries.
   *
   * @param why a sentence, without its full stop
   */
  record NotReconnecting(int connection, String name, String why) implements Report {}

  /**
   * Something that a step gives to be sent was never handed to its connection.
   *
   * @param why a clause or a sentence
   */
  record Unsent(int connection, String name, Outgoing outgoing, String why) implements Report {}

  /** A connection that was being opened, or waited for its next try, is opened no further. */
  record GivenUp(int connection, String name) implements Report {}

  /** Something that a person should know, in one sentence. */
  record Notice(String text) implements Report {}

  /** Nothing more will happen: the steps are done and all connections have ended. */
  record Done(ConversationOutcome outcome) implements Report {}
}
