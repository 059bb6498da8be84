package parley.cli.talk;

import parley.cli.shell.ExitCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Outgoing;

/** What a {@link Talk} can ask for. */
interface TalkActions {

  /** Sends; {@link TalkEvent.Delivered} is to follow once it is written or lost. */
  void send(Outgoing message);

  void close(CloseStatus status);

  /** Says something on standard error. */
  void complain(String text);

  /** All is over; nothing is asked for after this. */
  void finish(ExitCode code);
}
