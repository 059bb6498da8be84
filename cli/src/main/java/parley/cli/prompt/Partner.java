package parley.cli.prompt;

import java.util.List;
import parley.cli.prompt.SlashCommands.Definition;
import parley.cli.shell.ExitCode;

/** Whom the prompt talks to: what typed lines mean, and what is shown of what happens. */
sealed interface Partner permits Conversation, FileConversation {

  /** What the prompt says first, as lines. */
  String greeting();

  /** Connects for the first time; whether the session goes on. */
  boolean begin();

  /** Does what a line says; whether the session goes on. */
  boolean typed(String line);

  /** Stands before the line being typed; empty for nothing. */
  String name();

  boolean isOpen();

  /** Closes what is open and waits until it has ended. */
  void leave();

  /** So much of what was given to the screen is on it. */
  void shown(long weight);

  /** The time that the command line allows is over. Any thread. */
  void timedOut();

  /** Shows a sentence of Parley's own; always true. */
  boolean notice(String text);

  ExitCode outcome();

  List<Definition> commands();

  /** What may follow a command. */
  List<String> names(String command);
}
