package parley.files.shape;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import parley.model.collection.DurationRange;
import parley.model.collection.Rate;
import parley.model.collection.Source;
import parley.protocol.frame.ByteSize;

/** The scalars of the format. */
public final class Scalars {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,12})(B|KB|MB)");
  private static final Pattern RATE = Pattern.compile("(\\d{1,9})/(s|m|h)");
  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(\\.\\d{1,6})?)%");

  /** A text, with templates. */
  public static final Shape<Source> TEXT = ScalarShape.ofText("a text");

  /** An expression. */
  public static final Shape<Source> EXPRESSION =
      ScalarShape.ofText("an expression").offering(Offer.of(Offer.Named.VARIABLE));

  /** A path to a file, relative to the folder of the file it stands in. */
  public static final Shape<Source> PATH = new PathShape("", PathShape.Others.NONE);

  /** A name, without templates. */
  public static final ScalarShape<String> NAME =
      ScalarShape.of(
          "a name", text -> Optional.of(text).filter(name -> !name.isBlank()), ".*\\S.*");

  /** A text, without templates. */
  public static final ScalarShape<String> PROSE =
      ScalarShape.of("a text", Optional::of, "[\\s\\S]*");

  /** True or false. */
  public static final ScalarShape<Boolean> FLAG =
      ScalarShape.ofWords(words("true", true, "false", false)).hinting(Scalars::flagHint);

  /** A time, not negative. */
  public static final ScalarShape<Duration> DURATION_OR_ZERO =
      ScalarShape.of(
              "a duration such as `200ms`, `5s` or `1m`", Scalars::duration, "\\d{1,9}(ms|s|m|h)")
          .hinting(Scalars::durationHint);

  /** A time above zero. */
  public static final ScalarShape<Duration> TIME =
      DURATION_OR_ZERO.onlyIf(
          Duration::isPositive, "a duration above zero, such as `200ms`, `5s` or `1m`");

  /** Two times, or one for both. */
  public static final ScalarShape<DurationRange> TIMES =
      ScalarShape.of(
          "a range of durations such as `1s..30s`, or one duration",
          Scalars::range,
          "\\d{1,9}(ms|s|m|h)(\\.\\.\\d{1,9}(ms|s|m|h))?");

  /** A number of bytes above zero. */
  public static final ScalarShape<ByteSize> SIZE_ABOVE_ZERO =
      ScalarShape.of("a size such as `640B`, `64KB` or `16MB`", Scalars::size, "\\d{1,12}(B|KB|MB)")
          .hinting(Scalars::sizeHint)
          .onlyIf(size -> size.bytes() > 0, "a size such as `640B`, `64KB` or `16MB`");

  /** So many in a time. */
  public static final ScalarShape<Rate> EVENTS =
      ScalarShape.of("a rate such as `500/s`", Scalars::rate, "\\d{1,9}/(s|m|h)")
          .hinting(Scalars::rateHint);

  /** A share in per cent. */
  public static final ScalarShape<BigDecimal> PERCENT =
      ScalarShape.of("a share such as `1%`", Scalars::share, "\\d{1,3}(\\.\\d{1,6})?%");

  /** A text, or nothing for an empty one. */
  public static final Shape<Source> TEXT_OR_NOTHING = new OptionalTextShape();

  private Scalars() {}

  /** A path to a file whose name most probably has that ending. */
  public static Shape<Source> path(String ending) {
    return new PathShape(ending, PathShape.Others.NONE);
  }

  /** A path to a file, or that word. */
  public static Shape<Source> pathOr(String word) {
    return new PathShape(
        "", new PathShape.Others(", or `" + word + "`", word::equals, List.of(word)));
  }

  /** A path to a file, or a text that begins so; {@code expected} says what it is. */
  public static Shape<Source> pathOr(String beginning, String expected) {
    return new PathShape(
        "",
        new PathShape.Others(
            ", or " + expected, text -> text.startsWith(beginning), List.of(beginning)));
  }

  /** A text that follows a rule, unless a template decides what it will be. */
  public static ScalarShape<Source> textIf(String expected, Predicate<String> rule) {
    return ScalarShape.ofText(expected)
        .onlyIf(source -> source.hasTemplate() || rule.test(source.text()), expected);
  }

  /** A whole number within limits, both allowed. */
  public static ScalarShape<Integer> number(int min, int max) {
    var expected =
        max == Integer.MAX_VALUE
            ? "a whole number, " + min + " or more"
            : "a whole number from " + min + " to " + max;
    return ScalarShape.of(expected, Scalars::integer, "\\d{1,10}")
        .onlyIf(value -> value >= min && value <= max, expected);
  }

  /** Words and what they stand for, in order. */
  public static <T> Map<String, T> words(String first, T one, String second, T two) {
    var words = new LinkedHashMap<String, T>();
    words.put(first, one);
    words.put(second, two);
    return words;
  }

  /** The constants of an enum, as they are written in a file: {@code drop-oldest}. */
  public static <E extends Enum<E>> ScalarShape<E> constants(Class<E> type) {
    var words = new LinkedHashMap<String, E>();
    for (var constant : type.getEnumConstants()) {
      words.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
    }
    return ScalarShape.ofWords(words);
  }

  private static Optional<Integer> integer(String text) {
    return text.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** What a text such as {@code 5s} says. */
  public static Optional<Duration> duration(String text) {
    var match = DURATION.matcher(text);
    return match.matches()
        ? Optional.of(unit(match.group(2)).multipliedBy(Long.parseLong(match.group(1))))
        : Optional.empty();
  }

  private static Duration unit(String name) {
    return switch (name) {
      case "ms" -> Duration.ofMillis(1);
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      default -> throw new IllegalStateException("no unit of time: " + name);
    };
  }

  private static Optional<DurationRange> range(String text) {
    var dots = text.indexOf("..");
    var shortest = duration(dots < 0 ? text : text.substring(0, dots));
    var longest = duration(dots < 0 ? text : text.substring(dots + 2));
    return shortest.isPresent()
            && longest.isPresent()
            && shortest.get().compareTo(longest.get()) <= 0
        ? Optional.of(new DurationRange(shortest.get(), longest.get()))
        : Optional.empty();
  }

  private static Optional<ByteSize> size(String text) {
    var match = SIZE.matcher(text);
    return match.matches()
        ? Optional.of(size(Long.parseLong(match.group(1)), match.group(2)))
        : Optional.empty();
  }

  private static ByteSize size(long number, String unit) {
    return switch (unit) {
      case "B" -> ByteSize.of(number);
      case "KB" -> ByteSize.ofKilobytes(number);
      case "MB" -> ByteSize.ofMegabytes(number);
      default -> throw new IllegalStateException("no unit of size: " + unit);
    };
  }

  private static Optional<Rate> rate(String text) {
    var match = RATE.matcher(text);
    return match.matches() && Long.parseLong(match.group(1)) > 0
        ? Optional.of(new Rate(Long.parseLong(match.group(1)), unit(match.group(2))))
        : Optional.empty();
  }

  private static Optional<BigDecimal> share(String text) {
    var match = SHARE.matcher(text);
    return match.matches()
        ? Optional.of(new BigDecimal(match.group(1)).movePointLeft(2))
            .filter(share -> share.compareTo(BigDecimal.ONE) <= 0)
        : Optional.empty();
  }

  private static Optional<String> flagHint(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "yes", "on", "1", "true" -> Optional.of("write `true`");
      case "no", "off", "0", "false" -> Optional.of("write `false`");
      default -> Optional.empty();
    };
  }

  private static Optional<String> durationHint(String text) {
    if (text.matches("\\d{1,9}")) {
      return Optional.of("add a unit: `" + text + "s` or `" + text + "ms`");
    }
    if (text.contains("{{")) {
      return Optional.of("durations are written out; templates stand in texts");
    }
    var tight = text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    var near =
        tight
            .replaceFirst("(?<=\\d)(seconds?|secs?)$", "s")
            .replaceFirst("(?<=\\d)(minutes?|mins?)$", "m");
    return duration(near).filter(value -> !near.equals(text)).map(value -> "write `" + near + "`");
  }

  private static Optional<String> sizeHint(String text) {
    if (text.matches("\\d{1,12}")) {
      return Optional.of("add a unit: `" + text + "B`");
    }
    var upper =
        text.replaceAll("\\s+", "").toUpperCase(Locale.ROOT).replaceFirst("(?<=[\\dKM])I?B?$", "B");
    return size(upper).filter(value -> !upper.equals(text)).map(value -> "write `" + upper + "`");
  }

  private static Optional<String> rateHint(String text) {
    return text.matches("\\d{1,9}")
        ? Optional.of("add a unit: `" + text + "/s`")
        : Optional.empty();
  }
}
