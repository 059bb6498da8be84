package parley.cli.prompt;

import java.util.List;
import parley.report.Palette;
import parley.report.Palette.Ink;

/** What {@code /help} shows. */
final class PromptHelp {

  private static final int COLUMN = 26;

  private PromptHelp() {}

  static String text(Palette palette) {
    return text(palette, SlashCommands.ALL) + rest(palette);
  }

  /** Of a conversation file. */
  static String ofFile(Palette palette) {
    return text(palette, FileCommands.ALL) + rest(palette) + templates(palette);
  }

  private static String text(Palette palette, List<SlashCommands.Definition> commands) {
    var out = new StringBuilder();
    for (var definition : commands) {
      var usage = definition.usage();
      out.append("  ").append(palette.paint(Ink.STRONG, usage));
      out.append(gap(usage.length())).append(definition.help());
      out.append('\n');
    }
    return out.toString();
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

  private static String templates(Palette palette) {
    return palette.paint(
        Ink.FAINT,
        """
          {{...}} in a message is filled as in the file; \\{{ stands for two braces.
        """);
  }
}
