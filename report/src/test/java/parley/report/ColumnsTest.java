package parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void widthIsWhatATerminalShows() {
    assertThat(Columns.width("abc")).isEqualTo(3);
    assertThat(Columns.width("日本")).isEqualTo(4);
    assertThat(Columns.width("한글 ＡＢ 🔑")).isEqualTo(4 + 1 + 4 + 1 + 2);
    assertThat(Columns.width("e\u0301")).isEqualTo(1);
    assertThat(Columns.width("✓ …")).isEqualTo(3);
  }

  @Test
  void cutTextsNeverExceedTheirColumns() {
    var text = "日本 mixed 🔑 e\u0301 text";
    for (var columns = 0; columns < 30; columns++) {
      assertThat(Columns.width(Columns.head(text, columns))).isLessThanOrEqualTo(columns);
      assertThat(Columns.width(Columns.tail(text, columns))).isLessThanOrEqualTo(columns);
    }
    assertThat(Columns.head(text, 100)).isEqualTo(text);
    assertThat(Columns.head("abcdef", 4)).isEqualTo("abc…");
    assertThat(Columns.tail("abcdef", 4)).isEqualTo("…def");
  }

  @Test
  void filledTextsStandLeftOrRight() {
    assertThat(Columns.left("日", 4) + "|").isEqualTo("日  |");
    assertThat(Columns.right("日", 4)).isEqualTo("  日");
    assertThat(Columns.left("abc", 2)).isEqualTo("abc");
  }

  @Test
  void linesBreakAtSpaces() {
    assertThat(Columns.wrap("one two three", 7)).containsExactly("one two", "three");
    assertThat(Columns.wrap("averylongword x", 5)).containsExactly("averylongword", "x");
    assertThat(Columns.wrap("", 5)).containsExactly("");
  }
}
