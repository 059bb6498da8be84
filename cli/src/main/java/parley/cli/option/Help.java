package parley.cli.option;

import java.util.List;

/** The help of a command as text, at most 100 columns wide. */
public final class Help {

  private static final int MARGIN = 2;
  private static final int HELP_COLUMN = 32;
  private static final int WIDTH = 100;

  private final StringBuilder out = new StringBuilder();

  private Help() {}

  /** The whole help: synopsis, summary, options by group, examples, then {@code tail} as it is. */
  public static String of(Command<?> command, String head, String tail) {
    var help = new Help();
    help.out.append(command.summary()).append("\n\n");
    help.out.append("Usage: ").append(command.synopsis()).append('\n').append(head);
    for (var section : command.sections()) {
      help.section(section);
    }
    help.examples(command.examples());
    return help.out.append(tail).toString();
  }

  private void section(Command.Section<?> section) {
    out.append('\n').append(section.title()).append('\n');
    for (var option : section.options()) {
      entry(option.usage(), option.help());
    }
  }

  private void entry(String usage, String text) {
    var column = MARGIN + usage.length();
    out.append(" ".repeat(MARGIN)).append(usage);
    if (column + 2 > HELP_COLUMN) {
      out.append('\n');
      column = 0;
    }
    out.append(" ".repeat(HELP_COLUMN - column));
    wrap(text);
  }

  private void wrap(String text) {
    var column = HELP_COLUMN;
    for (var word : text.split(" ", -1)) {
      if (column + 1 + word.length() > WIDTH) {
        out.append('\n').append(" ".repeat(HELP_COLUMN));
        column = HELP_COLUMN;
      } else if (column > HELP_COLUMN) {
        out.append(' ');
        column++;
      }
      out.append(word);
      column += word.length();
    }
    out.append('\n');
  }

  private void examples(List<Command.Example> examples) {
    if (!examples.isEmpty()) {
      out.append("\nExamples\n");
    }
    for (var example : examples) {
      out.append("  ").append(example.line()).append('\n');
      out.append("      ").append(example.meaning()).append('\n');
    }
  }
}
