package parley.cli.create;

import java.util.List;
import parley.workspace.Lookup;

/** Reads the command line of {@code curl}, {@code websocat} or {@code wscat}, or a URL alone. */
final class PastedReader {

  private final Pasted pasted = new Pasted();
  private final PastedOptions options;
  private final List<String> words;
  private int next;

  private PastedReader(PastedOptions options, List<String> words) {
    this.options = options;
    this.words = words;
  }

  static Lookup<Pasted> read(String line) {
    var words = withoutPrompt(ShellWords.split(line));
    if (words.isEmpty()) {
      return Lookup.failed("the pasted line is empty", "a line of curl, websocat or wscat");
    }
    if (words.size() == 1 && words.getFirst().contains("://")) {
      var pasted = new Pasted();
      pasted.url = words.getFirst();
      return Lookup.found(pasted);
    }
    var tool = words.getFirst().replaceFirst(".*[/\\\\]", "").replaceFirst("\\.exe$", "");
    return PastedOptions.of(tool)
        .map(options -> new PastedReader(options, words.subList(1, words.size())).readAll())
        .orElseGet(() ->
            Lookup.failed(
                "the pasted line begins with '" + tool + "'",
                "a line of curl, websocat or wscat, or a URL"));
  }

  /** The prompt, variables for the tool, and what starts it. */
  private static List<String> withoutPrompt(List<String> words) {
    var from = 0;
    while (from < words.size() && isBefore(words.get(from))) {
      from++;
    }
    return words.subList(from, words.size());
  }

  private static boolean isBefore(String word) {
    return List.of("$", "%", "#", ">", "npx", "time", "sudo").contains(word)
        || word.matches("[A-Za-z_][A-Za-z0-9_]*=.*");
  }

  private Lookup<Pasted> readAll() {
    while (next < words.size()) {
      var word = words.get(next++);
      if (List.of("|", "||", "&&", ";", "&", ">", ">>", "<").contains(word)) {
        pasted.lose("'" + word + "' and what follows", "only one command is read");
        break;
      }
      readWord(word);
    }
    return pasted.url == null
        ? Lookup.failed("the pasted line has no URL", "one that begins with ws:// or wss://")
        : Lookup.found(pasted);
  }

  private void readWord(String word) {
    if (word.startsWith("--")) {
      readLong(word);
    } else if (word.startsWith("-") && word.length() > 1) {
      readLetters(word);
    } else {
      operand(word);
    }
  }

  private void operand(String word) {
    if (pasted.url == null && !word.equals("-")) {
      pasted.url = word;
    } else if (!word.equals("-")) {
      pasted.lose("'" + word + "'", "there is one URL already");
    }
  }

  private void readLong(String word) {
    var equals = word.indexOf('=');
    var name = equals < 0 ? word : word.substring(0, equals);
    var meaning = options.find(name);
    if (meaning.isEmpty()) {
      pasted.lose(name, "it is not known here");
    } else if (!meaning.get().takesValue()) {
      meaning.get().effect().accept(pasted, "");
    } else if (equals >= 0) {
      meaning.get().effect().accept(pasted, word.substring(equals + 1));
    } else {
      value(name, meaning.get());
    }
  }

  private void readLetters(String word) {
    if (options.find(word).isPresent()) {
      letter(word, "");
      return;
    }
    for (var at = 1; at < word.length(); at++) {
      var name = "-" + word.charAt(at);
      if (letter(name, word.substring(at + 1))) {
        return;
      }
    }
  }

  /** Whether the rest of the word was its value. */
  private boolean letter(String name, String rest) {
    var meaning = options.find(name);
    if (meaning.isEmpty()) {
      pasted.lose(name, "it is not known here");
      return false;
    }
    if (!meaning.get().takesValue()) {
      meaning.get().effect().accept(pasted, "");
      return false;
    }
    if (rest.isEmpty()) {
      value(name, meaning.get());
    } else {
      meaning.get().effect().accept(pasted, rest);
    }
    return true;
  }

  private void value(String name, PastedOptions.Meaning meaning) {
    if (next < words.size()) {
      meaning.effect().accept(pasted, words.get(next++));
    } else {
      pasted.lose(name, "its value is missing");
    }
  }
}
