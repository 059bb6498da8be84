package parley.cli.guide;

import java.util.List;
import parley.cli.option.Command;
import parley.cli.option.Option;

/**
 * A command as a shell completes it.
 *
 * @param first words that its first operand may be; empty when it is a file or none
 * @param operand what else its operands are
 */
record Guide(Command<?> command, List<String> first, Operand operand) {

  /** What a shell offers where an operand may stand. */
  enum Operand {
    NOTHING(""),
    FOLDERS(""),
    CONVERSATIONS(".ws.yaml"),
    MOCKS(".mock.yaml"),
    FILES(".yaml");

    private final String suffix;

    Operand(String suffix) {
      this.suffix = suffix;
    }

    /** How the files end; empty for folders only. */
    String suffix() {
      return suffix;
    }
  }

  /** What a shell offers behind an option. */
  enum Value {
    NONE,
    WORDS,
    FILE,
    FOLDER,
    ENVIRONMENT,
    /** Something that only a person knows. */
    TEXT;

    static Value of(Option<?> option) {
      if (option.parameter().isEmpty()) {
        return NONE;
      }
      if (!option.words().isEmpty()) {
        return WORDS;
      }
      if (option.names().contains("--env")) {
        return ENVIRONMENT;
      }
      if (option.parameter().equals("DIR")) {
        return FOLDER;
      }
      return option.parameter().startsWith("FILE") || option.parameter().equals("PATH")
          ? FILE
          : TEXT;
    }
  }

  String name() {
    return command.name();
  }

  /** Its options, in the order of the help. */
  List<? extends Option<?>> options() {
    return command.options();
  }

  /** The first sentence of what it does, without its end. */
  String title() {
    return firstSentence(command.summary());
  }

  /** The first sentence of a text, without its end: short enough to stand beside a word. */
  static String firstSentence(String text) {
    var end = text.length();
    for (var mark : List.of(". ", "; ", ": ")) {
      var at = text.indexOf(mark);
      end = at < 0 ? end : Math.min(end, at);
    }
    var sentence = text.substring(0, end);
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
