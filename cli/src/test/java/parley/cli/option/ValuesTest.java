package parley.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.protocol.frame.ByteSize;

class ValuesTest {

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "2,2000000",
    "1.5s,1500000",
    "250ms,250000",
    "10us,10",
    "2m,120000000",
    "1h,3600000000",
    ".5,500000"
  })
  void durations(String text, long micros) {
    assertThat(Values.duration(text)).isEqualTo(Reading.good(Duration.ofNanos(micros * 1000)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "s", ".", "1.2.3s", "-1", "1 s", "1d", "99999999999999999999", "1e3", "٣"})
  void noDurations(String text) {
    assertThat(Values.duration(text)).isInstanceOf(Reading.Bad.class);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "640B,640", "64KB,65536", "1.5k,1536", "16MB,16777216", "1G,1073741824"})
  void sizes(String text, long bytes) {
    assertThat(Values.size(text)).isEqualTo(Reading.good(ByteSize.of(bytes)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "KB", "2GB", "-1", "1TB"})
  void noSizes(String text) {
    assertThat(Values.size(text)).isInstanceOf(Reading.Bad.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "11", "1.5", "x", "9999999999"})
  void noNumbersFromOneToTen(String text) {
    assertThat(Values.number(text, 1, 10)).isInstanceOf(Reading.Bad.class);
  }

  @Test
  void aBrokenRegularExpressionSaysWhere() {
    assertThat(Values.regex("a(b"))
        .isInstanceOfSatisfying(
            Reading.Bad.class, bad -> assertThat(bad.expected()).contains("Unclosed group"));
  }

  @ParameterizedTest
  @CsvSource({"--timout,--timeout", "--hedaer,--header", "--sub,--subprotocol", "ehco,echo"})
  void theNearestSpellingIsFound(String word, String expected) {
    var names = List.of("--timeout", "--header", "--subprotocol", "echo", "--cert", "--cacert");
    assertThat(Spelling.nearest(word, names)).contains(expected);
  }

  @Test
  void whatIsFarFromEverythingIsNotGuessed() {
    assertThat(Spelling.nearest("--zzzzzz", List.of("--timeout", "--header"))).isEmpty();
  }
}
