package parley.engine.function;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.model.value.Decimal;
import parley.model.value.Value;

/**
 * Moments: texts as ISO 8601 writes them, or by a pattern of {@link DateTimeFormatter}, and numbers
 * of milliseconds since 1970. What says no time is midnight, what says no zone is UTC.
 */
public final class Dates {

  private static final Pattern ISO = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*");
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private Dates() {}

  /** The moment that {@code value} is: an ISO 8601 text, or milliseconds. Empty for all else. */
  public static Optional<Instant> moment(Value value) {
    return switch (value) {
      case Value.Text(var text) -> parse(text);
      case Decimal number when number.isWhole() ->
          Optional.of(Instant.ofEpochMilli(number.whole()));
      case Value _ -> Optional.empty();
    };
  }

  /** The moment that {@code text} writes as ISO 8601: a date, or date and time, or with a zone. */
  public static Optional<Instant> parse(String text) {
    return ISO.matcher(text).matches() ? parse(text, isoFormat()) : Optional.empty();
  }

  /** The moment that {@code text} writes by {@code format}. */
  static Optional<Instant> parse(String text, DateTimeFormatter format) {
    try {
      return Optional.of(
          instant(format.parseBest(text, Instant::from, LocalDateTime::from, LocalDate::from)));
    } catch (DateTimeException wrong) {
      return Optional.empty();
    }
  }

  private static Instant instant(TemporalAccessor moment) {
    return switch (moment) {
      case Instant instant -> instant;
      case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
      default -> LocalDate.from(moment).atStartOfDay().toInstant(ZoneOffset.UTC);
    };
  }

  private static DateTimeFormatter isoFormat() {
    return new DateTimeFormatterBuilder()
        .append(DateTimeFormatter.ISO_LOCAL_DATE)
        .optionalStart()
        .appendLiteral('T')
        .append(DateTimeFormatter.ISO_LOCAL_TIME)
        .optionalStart()
        .appendOffsetId()
        .toFormatter(Locale.ROOT);
  }

  /** Whether {@code text} is a moment written by {@code pattern}. */
  public static boolean matches(String text, String pattern) {
    return format(pattern).flatMap(format -> parse(text, format)).isPresent();
  }

  /** The format that {@code pattern} says; empty where it says none. */
  public static Optional<DateTimeFormatter> format(String pattern) {
    try {
      return Optional.of(
          new DateTimeFormatterBuilder()
              .appendPattern(pattern)
              .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
              .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
              .toFormatter(Locale.ROOT));
    } catch (IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  /** A length of time such as {@code 1h30m} or {@code 200ms}; empty for all else. */
  static Optional<Duration> duration(String text) {
    var parts = DURATION.matcher(text);
    var sum = Duration.ZERO;
    var end = 0;
    while (parts.find() && parts.start() == end) {
      sum = sum.plus(unit(parts.group(2)).multipliedBy(Long.parseLong(parts.group(1))));
      end = parts.end();
    }
    return end > 0 && end == text.length() ? Optional.of(sum) : Optional.empty();
  }

  private static Duration unit(String unit) {
    return switch (unit) {
      case "ms" -> Duration.ofMillis(1);
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      default -> Duration.ofDays(1);
    };
  }
}
