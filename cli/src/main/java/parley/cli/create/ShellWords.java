package parley.cli.create;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line as a POSIX shell does: quotes, backslashes, lines that go on, {@code $'…'}.
 * Nothing is run or looked up: a variable becomes a template that reads it, {@code {{env.NAME}}}.
 */
final class ShellWords {

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int at;

  private ShellWords(String text) {
    this.text = text;
  }

  /** The words as texts with templates; two braces that stood there are escaped. */
  static List<String> split(String text) {
    return new ShellWords(text.replace("\r\n", "\n")).split();
  }

  private List<String> split() {
    while (at < text.length()) {
      var c = text.charAt(at++);
      switch (c) {
        case ' ', '\t', '\n' -> end();
        case '\'' -> single();
        case '"' -> quoted();
        case '\\' -> escape("\n", "");
        case '$' -> dollar(true);
        default -> append(c);
      }
    }
    end();
    return List.copyOf(words);
  }

  private void end() {
    if (inWord) {
      words.add(word.toString());
    }
    word.setLength(0);
    inWord = false;
  }

  private void append(char c) {
    inWord = true;
    if (c == '{' && word.length() > 0 && word.charAt(word.length() - 1) == '{' && !isEscaped()) {
      word.insert(word.length() - 1, '\\');
    }
    word.append(c);
  }

  private boolean isEscaped() {
    return word.length() > 1 && word.charAt(word.length() - 2) == '\\';
  }

  private void single() {
    inWord = true;
    while (at < text.length() && text.charAt(at) != '\'') {
      append(text.charAt(at++));
    }
    at++;
  }

  private void quoted() {
    inWord = true;
    while (at < text.length() && text.charAt(at) != '"') {
      var c = text.charAt(at++);
      switch (c) {
        case '\\' -> escape("\n", "$`\"\\");
        case '$' -> dollar(false);
        default -> append(c);
      }
    }
    at++;
  }

  /**
   * What follows a backslash.
   *
   * @param vanishing characters that vanish with it
   * @param special those that it stands before in quotes; empty for any
   */
  private void escape(String vanishing, String special) {
    if (at >= text.length()) {
      return;
    }
    var c = text.charAt(at++);
    if (vanishing.indexOf(c) >= 0) {
      return;
    }
    if (!special.isEmpty() && special.indexOf(c) < 0) {
      append('\\');
    }
    append(c);
  }

  private void dollar(boolean outside) {
    if (outside && at < text.length() && text.charAt(at) == '\'') {
      at++;
      ansi();
      return;
    }
    var braces = at < text.length() && text.charAt(at) == '{';
    var from = braces ? at + 1 : at;
    var end = from;
    while (end < text.length() && isName(text.charAt(end), end == from)) {
      end++;
    }
    if (end == from || (braces && (end == text.length() || text.charAt(end) != '}'))) {
      append('$');
      return;
    }
    inWord = true;
    word.append("{{env.").append(text, from, end).append("}}");
    at = braces ? end + 1 : end;
  }

  private static boolean isName(char c, boolean first) {
    return c == '_' || (c < 128 && (first ? Character.isLetter(c) : Character.isLetterOrDigit(c)));
  }

  /** As browsers write texts with line ends or other scripts in them. */
  private void ansi() {
    inWord = true;
    while (at < text.length() && text.charAt(at) != '\'') {
      var c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        code(text.charAt(at++));
      } else {
        append(c);
      }
    }
    at++;
  }

  private void code(char c) {
    switch (c) {
      case 'n' -> append('\n');
      case 't' -> append('\t');
      case 'r' -> append('\r');
      case 'u' -> number(4);
      case 'x' -> number(2);
      default -> append(c);
    }
  }

  private void number(int most) {
    var end = at;
    while (end < text.length() && end < at + most && Character.digit(text.charAt(end), 16) >= 0) {
      end++;
    }
    if (end > at) {
      append((char) Integer.parseInt(text.substring(at, end), 16));
    }
    at = end;
  }
}
