package parley.runner.snapshot;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import parley.model.snapshot.Mask.Kind;
import parley.model.value.Decimal;
import parley.model.value.Value;

/** What values look like. */
final class Kinds {

  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern ULID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");
  private static final Pattern ISO =
      Pattern.compile(
          "[-+]?\\d{4,}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d([.,]\\d{1,9})?)?"
              + " ?(Z|z|[-+]\\d\\d:?(\\d\\d)?)?(\\[[\\w/+-]+])?");
  private static final Pattern RFC_1123 =
      Pattern.compile("[A-Z][a-z]{2}, \\d{1,2} [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d \\S{1,5}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern HEX = Pattern.compile("(?i)(0x)?[0-9a-f]{8,}");
  private static final Pattern JWT = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(\\d{1,3}\\.){3}\\d{1,3}(:\\d{1,5})?"
              + "|\\[(?=[^\\]]*:)[0-9A-Fa-f:.%\\w]+](:\\d{1,5})?"
              + "|(?=.*:.*:)[0-9A-Fa-f:.]+(%\\w+)?");
  private static final Pattern NUMBER = Pattern.compile("\\d{9,19}(\\.\\d+)?");

  /** Those that are told by their looks, the strictest first. */
  private static final List<Kind> BY_LOOKS =
      List.of(Kind.UUID, Kind.ULID, Kind.JWT, Kind.DATE, Kind.TIMESTAMP, Kind.ADDRESS, Kind.HEX);

  /** Those that identify something, so that another run has another one. */
  private static final Set<Kind> IDS = EnumSet.of(Kind.UUID, Kind.ULID, Kind.JWT, Kind.TIMESTAMP);

  private static final BigDecimal FIRST = BigDecimal.valueOf(1_000_000_000L);
  private static final BigDecimal LAST = BigDecimal.valueOf(4_200_000_000L);
  private static final BigDecimal DAY = BigDecimal.valueOf(86_400);

  private Kinds() {}

  /** Whether a value is of a kind. */
  static boolean fits(Kind kind, Value value) {
    return switch (kind) {
      case UUID -> matches(UUID, value);
      case ULID -> matches(ULID, value);
      case TIMESTAMP ->
          matches(ISO, value) || matches(RFC_1123, value) || seconds(value).isPresent();
      case DATE -> matches(DATE, value);
      case HEX -> matches(HEX, value);
      case JWT -> matches(JWT, value);
      case ADDRESS -> matches(ADDRESS, value);
      case NUMBER -> value instanceof Decimal;
      case TEXT -> value instanceof Value.Text;
      case BOOLEAN -> value instanceof Value.Bool;
      case LIST -> value instanceof Value.Items;
      case MAP -> value instanceof Value.Fields;
      case ANY -> true;
    };
  }

  private static boolean matches(Pattern pattern, Value value) {
    return value instanceof Value.Text(var text)
        && text.length() < 10_000
        && pattern.matcher(text).matches();
  }

  /** Since 1970, when it is written as such a number, or as a text of one, in any usual unit. */
  private static Optional<BigDecimal> seconds(Value value) {
    var number =
        switch (value) {
          case Decimal decimal -> Optional.of(decimal.toBigDecimal());
          case Value.Text(var text) when NUMBER.matcher(text).matches() ->
              Optional.of(new BigDecimal(text));
          case Value _ -> Optional.<BigDecimal>empty();
        };
    return number.flatMap(one ->
        List.of(0, 3, 6, 9).stream()
            .map(digits -> one.movePointLeft(digits))
            .filter(each -> each.compareTo(FIRST) >= 0 && each.compareTo(LAST) <= 0)
            .findFirst());
  }

  /** The strictest kind that both values are of. */
  static Kind of(Value one, Value other) {
    for (var kind : BY_LOOKS) {
      if (fits(kind, one) && fits(kind, other)) {
        return kind;
      }
    }
    for (var kind : List.of(Kind.NUMBER, Kind.TEXT, Kind.BOOLEAN, Kind.LIST, Kind.MAP)) {
      if (fits(kind, one) && fits(kind, other)) {
        return kind;
      }
    }
    return Kind.ANY;
  }

  /** What a value alone gives away: a moment close to now. */
  static Optional<Kind> ofMoment(Value value, Instant now) {
    return fits(Kind.TIMESTAMP, value) && isNear(value, now)
        ? Optional.of(Kind.TIMESTAMP)
        : Optional.empty();
  }

  /** What a value alone looks like, where no second run tells whether it stays. */
  static Optional<Kind> byLooks(Value value, Instant now) {
    return BY_LOOKS.stream()
        .filter(IDS::contains)
        .filter(kind -> fits(kind, value))
        .filter(kind -> kind != Kind.TIMESTAMP || isNear(value, now))
        .findFirst();
  }

  private static boolean isNear(Value value, Instant now) {
    if (value instanceof Value.Text(var text) && !NUMBER.matcher(text).matches()) {
      var today = now.toString().substring(0, 10);
      var yesterday = now.minusSeconds(86_400).toString().substring(0, 10);
      var tomorrow = now.plusSeconds(86_400).toString().substring(0, 10);
      return RFC_1123.matcher(text).matches()
          || text.startsWith(today)
          || text.startsWith(yesterday)
          || text.startsWith(tomorrow);
    }
    var current = BigDecimal.valueOf(now.getEpochSecond());
    return seconds(value).filter(one -> one.subtract(current).abs().compareTo(DAY) < 0).isPresent();
  }
}
