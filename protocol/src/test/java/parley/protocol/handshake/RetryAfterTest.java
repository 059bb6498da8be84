package parley.protocol.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110, 10.2.3 and 5.6.7. */
class RetryAfterTest {

  private static final Instant NOW = Instant.parse("1994-11-06T08:49:07Z");

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      textBlock =
          """
          120                            | -                             | 120
          0                              | -                             | 0
          Sun, 06 Nov 1994 08:49:37 GMT  | -                             | 30
          Sun Nov  6 08:49:37 1994       | -                             | 30
          Wednesday, 06-Nov-24 08:49:37 GMT | Wed, 06 Nov 2024 08:49:17 GMT | 20
          Sun, 06 Nov 1994 08:49:37 GMT  | Sun, 06 Nov 1994 08:49:27 GMT | 10
          Sun, 06 Nov 1994 08:49:37 GMT  | some day                      | 30
          Sun, 06 Nov 1994 08:49:00 GMT  | -                             | 0
          soon                           | -                             | -
          -5                             | -                             | -
          -                              | -                             | -
          """)
  void saysHowLongAServerWantsToBeLeftAlone(String value, String date, Long seconds) {
    var headers = new ArrayList<Header>();
    if (value != null) {
      headers.add(new Header("Retry-After", value));
    }
    if (date != null) {
      headers.add(new Header("Date", date));
    }
    var answer = new ResponseHead("HTTP/1.1", 503, "Service Unavailable", List.copyOf(headers));
    assertThat(RetryAfter.of(answer, NOW).map(time -> time.toSeconds()).orElse(null))
        .isEqualTo(seconds);
  }
}
