package parley.cli.talk;

import parley.cli.input.Notation;
import parley.cli.input.Separator;
import parley.report.Palette;

/**
 * What is shown and how.
 *
 * @param detail how much is told besides the messages
 * @param json everything as JSON lines on standard output
 * @param palette for what is not on standard output
 * @param separator follows each message on standard output
 * @param notation of messages on standard output
 * @param outIsTerminal whether messages must not be able to steer the terminal
 */
public record View(
    Detail detail,
    boolean frames,
    boolean json,
    boolean timestamps,
    Palette palette,
    Separator separator,
    Notation notation,
    boolean outIsTerminal) {

  /** How much is told besides the messages. */
  public enum Detail {
    /** Failures only. */
    QUIET,
    NORMAL,
    /** Also the stages, the handshake, control frames and the end. */
    VERBOSE
  }
}
