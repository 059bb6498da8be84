package parley.workbench.file;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.files.problem.Problems;
import parley.files.yaml.YamlDocument;
import parley.files.yaml.YamlReader;
import parley.files.yaml.YamlText;

/** Reads what can be read of a text that is wrong: without the keys in which it is. */
final class Salvage {

  private static final int MAX_TRIES = 20;
  private static final Pattern KEY = Pattern.compile("[^\\s#-].*");

  private Salvage() {}

  /** The document, or what is left of it; lines stay where they are. */
  static Optional<YamlDocument> of(YamlText source) {
    var text = source;
    for (var tries = 0; tries < MAX_TRIES; tries++) {
      var problems = new Problems();
      var read = YamlReader.read(text, problems);
      if (read.isPresent() || problems.count() == 0) {
        return read;
      }
      var lines = text.lines();
      var key = keyAt(lines, problems.sorted().getFirst().at().line() - 1);
      var before = key == 0 ? Optional.<YamlText>empty() : without(text, keyAt(lines, key - 1));
      var whole = text;
      var left = before.filter(Salvage::isRight).or(() -> without(whole, key));
      if (left.isEmpty()) {
        return Optional.empty();
      }
      text = left.get();
    }
    return Optional.empty();
  }

  /** What is wrong is often noticed only in the key that follows. */
  private static boolean isRight(YamlText text) {
    var problems = new Problems();
    return YamlReader.read(text, problems).isPresent();
  }

  /** The line of the file's key that a line belongs to. */
  private static int keyAt(List<String> lines, int line) {
    var first = Math.min(line, lines.size() - 1);
    while (first > 0 && !isKey(lines.get(first))) {
      first--;
    }
    return first;
  }

  /** Without the lines of a key, when it has some. */
  private static Optional<YamlText> without(YamlText text, int key) {
    var lines = text.lines();
    if (key < 0 || lines.get(key).isBlank()) {
      return Optional.empty();
    }
    var kept = new StringBuilder();
    var dropping = false;
    for (var index = 0; index < lines.size(); index++) {
      dropping = index == key || (dropping && !isKey(lines.get(index)));
      kept.append(dropping ? "" : lines.get(index)).append('\n');
    }
    return Optional.of(text.withText(kept.toString()));
  }

  private static boolean isKey(String line) {
    return KEY.matcher(line).matches();
  }
}
