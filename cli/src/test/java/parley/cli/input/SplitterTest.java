package parley.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.cli.option.Reading;
import parley.protocol.frame.Bytes;

class SplitterTest {

  /** Cut at every place into two pieces, and byte by byte, the outcome is the same. */
  private static List<String> split(Separator separator, String input) {
    var whole = split(separator, input, input.length());
    for (var at = 0; at < input.length(); at++) {
      assertThat(split(separator, input, at)).isEqualTo(whole);
    }
    return whole;
  }

  private static List<String> split(Separator separator, String input, int at) {
    var bytes = input.getBytes(StandardCharsets.ISO_8859_1);
    var messages = new ArrayList<String>();
    var splitter = new Splitter(separator);
    take(splitter, bytes, 0, at, messages);
    for (var i = at; i < bytes.length; i++) {
      take(splitter, bytes, i, i + 1, messages);
    }
    splitter.end(message -> messages.add(text(message)));
    return messages;
  }

  private static void take(
      Splitter splitter, byte[] bytes, int from, int to, List<String> messages) {
    var piece = Bytes.of(bytes).slice(from, to).toArray();
    splitter.take(piece, piece.length, message -> messages.add(text(message)));
  }

  private static String text(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void linesKeepEverythingButTheirFeed() {
    assertThat(split(Separator.LINE, "a\nb\r\n\n\0\u001e\u00ff\nlast"))
        .containsExactly("a", "b\r", "", "\0\u001e\u00ff", "last");
  }

  @Test
  void aFeedAtTheEndBeginsNoMessage() {
    assertThat(split(Separator.LINE, "a\n")).containsExactly("a");
  }

  @Test
  void nulKeepsLines() {
    assertThat(split(Separator.NUL, "a\nb\0c")).containsExactly("a\nb", "c");
  }

  @Test
  void blankLinesDivideTextsOfSeveralLines() {
    assertThat(split(Separator.BLANK_LINE, "a\nb\n\nc\n")).containsExactly("a\nb", "c");
  }

  @Test
  void allOfTheInputCanBeOneMessage() {
    assertThat(split(Separator.NONE, "a\nb\n")).containsExactly("a\nb\n");
  }

  @Test
  void noInputIsNoMessage() {
    assertThat(split(Separator.NONE, "")).isEmpty();
    assertThat(split(Separator.LINE, "")).isEmpty();
  }

  @Test
  void aSeparatorMayOverlapItself() {
    var aab = new Separator(Bytes.utf8("aab"), false);
    assertThat(split(aab, "xaaab1aab")).containsExactly("xa", "1");
  }

  @Test
  void separatorsAreNamedOrWrittenWithEscapes() {
    assertThat(Separator.parse("nul")).isEqualTo(Reading.good(Separator.NUL));
    assertThat(Separator.parse("\\x1e"))
        .isEqualTo(Reading.good(new Separator(Bytes.hex("1e"), false)));
    assertThat(Separator.parse("")).isInstanceOf(Reading.Bad.class);
    assertThat(Separator.parse("\\q")).isInstanceOf(Reading.Bad.class);
  }
}
