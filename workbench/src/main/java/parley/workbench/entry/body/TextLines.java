package parley.workbench.entry.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of a text in memory. */
final class TextLines implements Lines {

  private final String text;
  private int[] starts = new int[64];
  private int count;

  TextLines(String text) {
    this.text = text;
    var start = 0;
    add(0);
    for (var at = 0; at < text.length(); at++) {
      if (text.charAt(at) == '\n') {
        start = at + 1;
        add(start);
      } else if (at - start >= MAX_LINE_CHARACTERS && !Character.isLowSurrogate(text.charAt(at))) {
        start = at;
        add(start);
      }
    }
  }

  private void add(int start) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
    }
    starts[count] = start;
    count++;
  }

  @Override
  public long total() {
    return count;
  }

  @Override
  public List<String> window(long from, int wanted) {
    var window = new ArrayList<String>();
    for (var line = from; line < Math.min(count, from + wanted); line++) {
      window.add(line((int) line));
    }
    return window;
  }

  private String line(int number) {
    var end = number + 1 < count ? starts[number + 1] : text.length();
    var line = text.substring(starts[number], end);
    return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
  }
}
