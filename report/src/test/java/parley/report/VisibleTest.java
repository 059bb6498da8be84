package parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.protocol.frame.Bytes;

class VisibleTest {

  @Test
  void controlCharactersBecomeEscapes() {
    assertThat(Visible.line("a\u001b[31m\r\n\t\0\u0085\u202eé😀"))
        .isEqualTo("a\\x1b[31m\\r\\n\\t\\0\\x85\\u202eé😀");
  }

  @Test
  void linesKeepTheirFeedsAndTabs() {
    assertThat(Visible.lines("a\n\tb\rc")).isEqualTo("a\n\tb\\rc");
  }

  @Test
  void aPreviewIsQuotedTextOrHexPairs() {
    assertThat(Visible.preview(Bytes.utf8("hé\n"), 10)).isEqualTo("\"hé\\n\"");
    assertThat(Visible.preview(Bytes.hex("00ff"), 10)).isEqualTo("00 ff");
  }

  @Test
  void aPreviewCutWithinACharacterIsStillText() {
    assertThat(Visible.preview(Bytes.utf8("aé"), 2)).startsWith("\"a").endsWith("\"…");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 B",
    "1023,1023 B",
    "1024,1 KB",
    "1536,1.5 KB",
    "102400,100 KB",
    "1048576,1 MB",
    "1073741824,1024 MB"
  })
  void sizesHaveThreeDigits(long bytes, String expected) {
    assertThat(Amounts.size(bytes)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0 µs",
    "999,999 µs",
    "1240,1.24 ms",
    "30000,30 ms",
    "123456,123 ms",
    "1500000,1.5 s",
    "180000000,3 min"
  })
  void durationsHaveThreeDigits(long micros, String expected) {
    assertThat(Amounts.duration(Duration.ofNanos(micros * 1000))).isEqualTo(expected);
  }
}
