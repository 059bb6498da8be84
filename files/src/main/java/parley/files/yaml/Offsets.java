package parley.files.yaml;

import java.util.Arrays;
import org.snakeyaml.engine.v2.exceptions.Mark;
import parley.model.collection.Position;

/** From the parser's marks, which count code points, to indices and places; fast for many. */
final class Offsets {

  private final YamlText source;
  private final boolean oneCharEach;
  private final int[] lineStarts;

  Offsets(YamlText source) {
    this.source = source;
    var text = source.text();
    this.oneCharEach = text.codePointCount(0, text.length()) == text.length();
    this.lineStarts = lineStarts(text);
  }

  private static int[] lineStarts(String text) {
    var starts = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
    for (int line = 1, index = 0; line < starts.length; line++) {
      index = text.indexOf('\n', index) + 1;
      starts[line] = index;
    }
    return starts;
  }

  int of(Mark mark) {
    return of(mark.getIndex());
  }

  int of(int codePoints) {
    var text = source.text();
    return oneCharEach
        ? Math.min(codePoints, text.length())
        : text.offsetByCodePoints(0, codePoints);
  }

  Position position(int index) {
    var found = Arrays.binarySearch(lineStarts, index);
    var line = found >= 0 ? found : -found - 2;
    var column = source.text().codePointCount(lineStarts[line], index);
    return new Position(source.file(), line + 1, column + 1);
  }
}
