package parley.cli.talk;

import parley.model.connection.Attempt;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;

/** What happens to a {@link Talk}. */
sealed interface TalkEvent {

  record Opened() implements TalkEvent {}

  record NotOpened(Attempt attempt) implements TalkEvent {}

  /** A message to send has come from the user. */
  record Input(Outgoing message) implements TalkEvent {}

  /** No further message to send will come. */
  record InputEnded() implements TalkEvent {}

  /** What the user wants to send cannot be read. */
  record InputUnreadable(String problem) implements TalkEvent {}

  /** One message asked for was written, or never will be. */
  record Delivered(boolean written) implements TalkEvent {}

  record Received(Bytes payload) implements TalkEvent {}

  record Closed(Closure closure) implements TalkEvent {}

  /** Standard output takes nothing more. */
  record OutputGone() implements TalkEvent {}

  /** The user wants to end the program. */
  record Interrupted() implements TalkEvent {}

  /** The time of {@link Talk#deadlineNanos} has come. */
  record TimePassed() implements TalkEvent {}
}
