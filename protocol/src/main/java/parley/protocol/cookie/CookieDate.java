package parley.protocol.cookie;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the dates of cookies, which servers write in many ways (RFC 6265bis, 5.1.1). */
final class CookieDate {

  private static final Pattern DELIMITERS =
      Pattern.compile("[\\x09\\x20-\\x2F\\x3B-\\x40\\x5B-\\x60\\x7B-\\x7E]+");
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(?:\\D.*)?");
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:\\D.*)?");
  private static final Pattern YEAR = Pattern.compile("(\\d{2,4})(?:\\D.*)?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private int hour = -1;
  private int minute;
  private int second;
  private int day = -1;
  private int month = -1;
  private int year = -1;

  private CookieDate() {}

  static Optional<Instant> parse(String text) {
    var date = new CookieDate();
    DELIMITERS.splitAsStream(text).forEach(date::take);
    return date.toInstant();
  }

  /** Each token is the first thing of time, day, month and year that it can be and that lacks. */
  private void take(String token) {
    var _ = takeTime(token) || takeDay(token) || takeMonth(token) || takeYear(token);
  }

  private boolean takeTime(String token) {
    var time = TIME.matcher(token);
    if (hour >= 0 || !time.matches()) {
      return false;
    }
    hour = number(time, 1);
    minute = number(time, 2);
    second = number(time, 3);
    return true;
  }

  private boolean takeDay(String token) {
    var found = DAY.matcher(token);
    if (day >= 0 || !found.matches()) {
      return false;
    }
    day = number(found, 1);
    return true;
  }

  private boolean takeMonth(String token) {
    if (month >= 0 || token.length() < 3) {
      return false;
    }
    month = MONTHS.indexOf(token.substring(0, 3).toLowerCase(Locale.ROOT));
    return month >= 0;
  }

  private boolean takeYear(String token) {
    var found = YEAR.matcher(token);
    if (year >= 0 || !found.matches()) {
      return false;
    }
    var written = number(found, 1);
    year = written >= 100 ? written : written + (written >= 70 ? 1900 : 2000);
    return true;
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }

  private Optional<Instant> toInstant() {
    if (hour < 0 || day < 0 || month < 0 || year < 1601) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDateTime.of(year, month + 1, day, hour, minute, second).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
