package parley.cli.option;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import parley.protocol.frame.ByteSize;

/** Readers for the kinds of value that options share. */
public final class Values {

  private static final Reading<Duration> NO_DURATION =
      Reading.bad("a duration: a number with ms, s, m or h, seconds without", "1.5s");
  private static final Reading<ByteSize> NO_SIZE =
      Reading.bad("a size: a number with B, KB, MB or GB, bytes without", "64KB");

  private Values() {}

  /** Any text as it is. */
  public static Reading<String> text(String text) {
    return Reading.good(text);
  }

  /** The name of an environment, of which there is a file {@code environments/NAME.yaml}. */
  public static Reading<String> environment(String text) {
    return text.isBlank() || text.contains("/") || text.contains("\\") || text.endsWith(".yaml")
        ? Reading.bad("the NAME of a file environments/NAME.yaml", "local")
        : Reading.good(text);
  }

  /** An address of this machine to listen on, or a name that has one; no port. */
  public static Reading<String> listeningHost(String text) {
    return text.isBlank() || text.contains("/") || text.contains(" ")
        ? Reading.bad("an address of this machine, or a name of it", "127.0.0.1")
        : Reading.good(text);
  }

  /** Names with commas between them. */
  public static Reading<List<String>> subprotocols(String text) {
    var names = List.of(text.split(",", -1));
    return names.contains("")
        ? Reading.bad("one or more subprotocols with commas between them", "mqtt,wamp")
        : Reading.good(names);
  }

  /** A text of at least one character. */
  public static Function<String, Reading<String>> some(String what, String example) {
    return text -> text.isBlank() ? Reading.bad(what, example) : Reading.good(text);
  }

  /** A size of at least one byte. */
  public static Reading<ByteSize> positiveSize(String text) {
    return size(text) instanceof Reading.Good<ByteSize> good && good.value().bytes() == 0
        ? Reading.bad("a size of at least one byte", "64KB")
        : size(text);
  }

  /** A date with a time in UTC or with an offset, of the years 0 to 9999. */
  public static Reading<Instant> instant(String text) {
    try {
      var time = OffsetDateTime.parse(text);
      if (time.getYear() >= 0 && time.getYear() <= 9999) {
        return Reading.good(time.toInstant());
      }
    } catch (DateTimeParseException none) {
      // told below
    }
    return Reading.bad("a date with its time and zone", "2026-01-02T03:04:05Z");
  }

  /** A duration from 0 to 1000 days; a bare number is seconds. */
  public static Reading<Duration> duration(String text) {
    var digits = numberLength(text);
    var unitNanos = unitNanos(text.substring(digits));
    if (digits == 0 || unitNanos == 0) {
      return NO_DURATION;
    }
    var nanos = number(text, digits).multiply(BigDecimal.valueOf(unitNanos));
    return nanos.compareTo(BigDecimal.valueOf(Duration.ofDays(1000).toNanos())) > 0
        ? NO_DURATION
        : Reading.good(Duration.ofNanos(nanos.longValue()));
  }

  /** A duration above zero. */
  public static Reading<Duration> positiveDuration(String text) {
    return duration(text) instanceof Reading.Good<Duration> good && good.value().isPositive()
        ? good
        : Reading.bad("a duration above 0: a number with ms, s, m or h, seconds without", "20s");
  }

  private static long unitNanos(String unit) {
    return switch (unit) {
      case "us" -> 1_000;
      case "ms" -> 1_000_000;
      case "", "s" -> 1_000_000_000;
      case "m", "min" -> 60_000_000_000L;
      case "h" -> 3_600_000_000_000L;
      default -> 0;
    };
  }

  /** A number of bytes up to 2 GB, or with a unit of 1024 or its powers. */
  public static Reading<ByteSize> size(String text) {
    var digits = numberLength(text);
    var unit = unitBytes(text.substring(digits));
    if (digits == 0 || unit == 0) {
      return NO_SIZE;
    }
    var bytes = number(text, digits).multiply(BigDecimal.valueOf(unit));
    return bytes.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0
        ? Reading.bad("a size of at most 2147483647 bytes", "64MB")
        : Reading.good(ByteSize.of(bytes.longValue()));
  }

  private static long unitBytes(String unit) {
    return switch (unit) {
      case "", "B", "b" -> 1;
      case "K", "KB", "k", "kb" -> 1L << 10;
      case "M", "MB", "m", "mb" -> 1L << 20;
      case "G", "GB", "g", "gb" -> 1L << 30;
      default -> 0;
    };
  }

  /** A whole number from {@code least} to {@code most}. */
  public static Reading<Integer> number(String text, int least, int most) {
    return number(text, least, most, Math.max(least, 1));
  }

  /** The same, with a number that would do. */
  public static Reading<Integer> number(String text, int least, int most, int example) {
    var digits = numberLength(text);
    if (digits == text.length() && digits > 0 && digits < 10 && text.indexOf('.') < 0) {
      var value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return Reading.good(value);
      }
    }
    return Reading.bad("a whole number from " + least + " to " + most, Integer.toString(example));
  }

  /** A regular expression of {@link Pattern}, searched for anywhere in a text. */
  public static Reading<Pattern> regex(String text) {
    try {
      return Reading.good(Pattern.compile(text));
    } catch (PatternSyntaxException wrong) {
      return Reading.bad(
          "a regular expression (" + wrong.getDescription() + " at " + wrong.getIndex() + ")",
          "'\"id\": *7'");
    }
  }

  private static BigDecimal number(String text, int length) {
    return new BigDecimal(text.substring(0, length));
  }

  /**
   * How many leading characters are digits with at most one point among them; 0 without a digit.
   */
  private static int numberLength(String text) {
    var length = 0;
    var points = 0;
    while (length < text.length() && length < 18) {
      var c = text.charAt(length);
      if (c == '.') {
        points++;
      } else if (c < '0' || c > '9') {
        break;
      }
      length++;
    }
    return points > 1 || length == points ? 0 : length;
  }
}
