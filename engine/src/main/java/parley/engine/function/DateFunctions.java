package parley.engine.function;

import static parley.engine.function.Function.define;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Moments as milliseconds since 1970, in UTC. */
final class DateFunctions {

  private DateFunctions() {}

  static List<Function> all() {
    return List.of(
        define("now(): number", in -> Result.of(now(in).toEpochMilli())).unsteady(),
        define("nowSeconds(): number", in -> Result.of(now(in).getEpochSecond())).unsteady(),
        define("nowIso(): text", in -> Result.of(now(in).toString())).unsteady(),
        define("today(): text", in -> Result.of(now(in).toString().substring(0, 10))).unsteady(),
        define("parseDate(text: text, pattern: pattern?): number", DateFunctions::parse),
        define("formatDate(milliseconds: whole, pattern: pattern?): text", DateFunctions::format),
        define("duration(text: text): number", DateFunctions::duration));
  }

  private static Instant now(Arguments in) {
    return in.surroundings().now();
  }

  private static Result parse(Arguments in) {
    return pattern(in).isEmpty() ? noPattern(in) : moment(in);
  }

  private static Result moment(Arguments in) {
    var moment =
        in.has(1) ? Dates.parse(in.text(0), pattern(in).orElseThrow()) : Dates.parse(in.text(0));
    return moment
        .map(some -> NumberFunctions.number(in, milliseconds(some)))
        .orElseGet(() ->
            in.fault(
                "%s is no date as %s writes it".formatted(in.text(0), in.text(1, "ISO 8601"))));
  }

  private static BigDecimal milliseconds(Instant moment) {
    return BigDecimal.valueOf(moment.getEpochSecond(), -3)
        .add(BigDecimal.valueOf(moment.getNano() / 1_000_000));
  }

  private static Optional<DateTimeFormatter> pattern(Arguments in) {
    return in.has(1) ? Dates.format(in.text(1)) : Optional.of(DateTimeFormatter.ISO_INSTANT);
  }

  private static Result noPattern(Arguments in) {
    return in.fault(in.text(1) + " is no pattern of dates, such as yyyy-MM-dd HH:mm:ss");
  }

  private static Result format(Arguments in) {
    try {
      return pattern(in)
          .map(format ->
              Result.of(format.format(Instant.ofEpochMilli(in.whole(0)).atOffset(ZoneOffset.UTC))))
          .orElseGet(() -> noPattern(in));
    } catch (DateTimeException wrong) {
      return in.fault(in.text(1) + " asks for what the date does not say");
    }
  }

  private static Result duration(Arguments in) {
    return Dates.duration(in.text(0))
        .map(duration -> NumberFunctions.number(in, milliseconds(Instant.EPOCH.plus(duration))))
        .orElseGet(() -> in.fault(in.text(0) + " is no duration, such as 200ms, 5s or 1h30m"));
  }
}
