package parley.cli.input;

import parley.cli.option.Reading;
import parley.protocol.frame.Bytes;

/**
 * What stands between messages on standard input and after each on standard output.
 *
 * @param bytes empty when all of the input is one message
 * @param dropsFinalLineFeed whether a line feed at the very end of the input belongs to no message
 */
public record Separator(Bytes bytes, boolean dropsFinalLineFeed) {

  public static final Separator LINE = new Separator(Bytes.utf8("\n"), false);
  public static final Separator NUL = new Separator(Bytes.of((byte) 0), false);
  public static final Separator BLANK_LINE = new Separator(Bytes.utf8("\n\n"), true);
  public static final Separator NONE = new Separator(Bytes.EMPTY, false);

  /** Reads {@code line}, {@code nul}, {@code blank}, {@code none} or a text with escapes. */
  public static Reading<Separator> parse(String text) {
    return switch (text) {
      case "line" -> Reading.good(LINE);
      case "nul" -> Reading.good(NUL);
      case "blank" -> Reading.good(BLANK_LINE);
      case "none" -> Reading.good(NONE);
      default -> custom(text);
    };
  }

  private static Reading<Separator> custom(String text) {
    return switch (Notation.ESCAPED.read(Bytes.utf8(text))) {
      case Notation.Decoded.Payload(var bytes) when !bytes.isEmpty() ->
          Reading.good(new Separator(bytes, false));
      case Notation.Decoded.Payload _, Notation.Decoded.Unreadable _ ->
          Reading.bad("line, nul, blank, none, or a text with escapes", "'\\x1e'");
    };
  }
}
