package parley.cli.prompt;

import parley.report.Palette;
import parley.report.Palette.Ink;

/** What {@code /help} shows. */
final class PromptHelp {

  private static final int COLUMN = 26;

  private PromptHelp() {}

  static String text(Palette palette) {
    var out = new StringBuilder();
    for (var definition : SlashCommands.ALL) {
      var usage = definition.usage();
      out.append("  ").append(palette.paint(Ink.STRONG, usage));
      out.append(gap(usage.length())).append(definition.help());
      out.append('\n');
    }
    return out.append(rest(palette)).toString();
  }

  /** A usage that is too long has its help on the next line. */
  private static String gap(int length) {
    return length + 2 > COLUMN ? "\n" + " ".repeat(COLUMN + 2) : " ".repeat(COLUMN - length);
  }

  private static String rest(Palette palette) {
    return palette.paint(
        Ink.FAINT,
        """
          Anything else is sent as a message; // begins one with a slash. A { or [ that is not
          closed goes on in the next line. Tab completes, Up and Ctrl+R recall, Ctrl+C drops the
          line, Ctrl+D closes and leaves.
        """);
  }
}
