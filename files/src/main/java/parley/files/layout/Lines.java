package parley.files.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The lines of a text, and how far each is to move to the right; for one thread. */
final class Lines {

  /** What a line is, as far as its layout goes. */
  enum Kind {
    /**
     * Nothing, a comment, or a mark such as {@code ---}, until it is found to be something else.
     */
    LOOSE,
    /** A key, an item, or a line of something in braces or brackets. */
    PART,
    /** A further line of a text in quotes, or of one without. */
    TEXT,
    /** A line of a block after {@code |} or {@code >}. */
    BLOCK
  }

  private final String text;
  private final List<Integer> starts = new ArrayList<>();
  private final int[] shifts;
  private final int[] margins;
  private final Kind[] kinds;

  Lines(String text) {
    this.text = text;
    starts.add(0);
    for (var end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      starts.add(end + 1);
    }
    shifts = new int[starts.size()];
    margins = new int[starts.size()];
    kinds = new Kind[starts.size()];
    Arrays.fill(kinds, Kind.LOOSE);
  }

  int count() {
    return starts.size();
  }

  /** The line that a character is in, from 0. */
  int of(int index) {
    var found = Collections.binarySearch(starts, index);
    return found >= 0 ? found : -found - 2;
  }

  int start(int line) {
    return starts.get(line);
  }

  /** The index after the line's last character, its end left out. */
  int end(int line) {
    var end = line + 1 < starts.size() ? starts.get(line + 1) - 1 : text.length();
    return end > start(line) && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  String content(int line) {
    return text.substring(start(line), end(line));
  }

  int column(int index) {
    return index - start(of(index));
  }

  /** Whether nothing but spaces stands before a character on its line. */
  boolean isFirst(int index) {
    return text.substring(start(of(index)), index).isBlank();
  }

  /** How many spaces a line begins with. */
  int indent(int line) {
    var index = start(line);
    while (index < end(line) && text.charAt(index) == ' ') {
      index++;
    }
    return index - start(line);
  }

  boolean isBlank(int line) {
    return content(line).isBlank();
  }

  /** Whether it looks like a comment; lines of texts may, too. */
  boolean isComment(int line) {
    return content(line).strip().startsWith("#");
  }

  Kind kind(int line) {
    return kinds[line];
  }

  int shift(int line) {
    return shifts[line];
  }

  /** The indent that belongs to a block and not to its text. */
  int margin(int line) {
    return margins[line];
  }

  void set(int line, Kind kind, int shift) {
    kinds[line] = kind;
    shifts[line] = shift;
  }

  void setBlock(int line, int margin, int shift) {
    set(line, Kind.BLOCK, shift);
    margins[line] = margin;
  }

  void setShift(int line, int shift) {
    shifts[line] = shift;
  }
}
