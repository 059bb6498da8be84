package parley.protocol.handshake;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long a server asks to be left alone (RFC 9110, 10.2.3): seconds, or a date. */
public final class RetryAfter {

  /** RFC 9110, 5.6.7: the format to write, and the two old ones that are read as well. */
  private static final List<DateTimeFormatter> DATES =
      List.of(
          format("EEE, dd MMM yyyy HH:mm:ss 'GMT'"),
          format("EEEE, dd-MMM-uu HH:mm:ss 'GMT'"),
          format("EEE MMM ppd HH:mm:ss yyyy"));

  private RetryAfter() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC);
  }

  /**
   * What an answer asks for; empty when it asks for nothing, or for nothing that makes sense. A
   * date counts from the answer's own, so that clocks need not agree.
   *
   * @param now the time of day, for an answer without a date
   */
  public static Optional<Duration> of(ResponseHead answer, Instant now) {
    return answer.first("Retry-After").flatMap(text -> read(text.strip(), answer, now));
  }

  private static Optional<Duration> read(String text, ResponseHead answer, Instant now) {
    if (text.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    var from = answer.first("Date").flatMap(date -> date(date.strip())).orElse(now);
    return date(text).map(until -> Duration.between(from, until)).map(RetryAfter::atLeastZero);
  }

  private static Duration atLeastZero(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }

  private static Optional<Instant> date(String text) {
    return DATES.stream().flatMap(format -> parsed(format, text).stream()).findFirst();
  }

  private static Optional<Instant> parsed(DateTimeFormatter format, String text) {
    try {
      return Optional.of(Instant.from(format.parse(text)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
