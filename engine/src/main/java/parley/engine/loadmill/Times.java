package parley.engine.loadmill;

import static parley.engine.loadmill.Likeness.loose;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.engine.function.Arguments;
import parley.engine.function.Function;
import parley.engine.function.Result;
import parley.engine.function.Type;

/** Moments in UTC, in the formats of Day.js. */
final class Times {

  private static final List<Type> WHOLE = List.of(Type.WHOLE);
  private static final String DEFAULT = "YYYY-MM-DDTHH:mm:ssZ";

  /** A part in brackets, a token, or what stands for itself. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\[([^\\]]*)]|(Y{4}|YY|M{1,4}|D{1,2}|d{3,4}|H{1,2}|h{1,2}|m{1,2}|s{1,2}|SSS|A|a|ZZ?)"
              + "|([A-Za-z'&&[^YMDdHhmsSAaZ]]+|d{1,2}|S{1,2})");

  private Times() {}

  static List<Function> all() {
    return List.of(
        loose("__now(length: any?): number", WHOLE, Times::now).unsteady(),
        loose(
                "__now_iso(addedMinutes: any?): text",
                WHOLE,
                in -> moved(in, ChronoUnit.MINUTES, 0, moment -> Result.of(moment.toString())))
            .unsteady(),
        loose(
                "__date_iso(addedDays: any?): text",
                WHOLE,
                in ->
                    moved(
                        in,
                        ChronoUnit.DAYS,
                        0,
                        moment -> Result.of(moment.toString().substring(0, 10))))
            .unsteady(),
        loose(
                "__formatted_date(format: any?, addedMinutes: any?): text",
                List.of(Type.TEXT, Type.WHOLE),
                in -> moved(in, ChronoUnit.MINUTES, 1, moment -> format(in, moment, 0)))
            .unsteady(),
        unixDate("__format_unit_date"),
        unixDate("__format_unix_date"));
  }

  /** The list of Loadmill's functions says "unit", its examples say "unix". */
  private static Function unixDate(String name) {
    return loose(
        name + "(unixTimestamp: any, format: any?): text",
        List.of(Type.WHOLE, Type.TEXT),
        in -> format(in, Instant.ofEpochMilli(in.number(0).whole()), 1));
  }

  /** The first digits of the milliseconds. */
  private static Result now(Arguments in) {
    var digits = Long.toString(in.surroundings().now().toEpochMilli());
    var length = in.has(0) ? in.number(0).whole() : digits.length();
    return length < 1
        ? in.fault("length of __now() is " + length + ", expected 1 to 13")
        : Result.of(Long.parseLong(digits.substring(0, (int) Math.min(length, digits.length()))));
  }

  private static Result moved(
      Arguments in, ChronoUnit unit, int index, java.util.function.Function<Instant, Result> use) {
    var added = in.has(index) ? in.number(index).whole() : 0;
    try {
      return use.apply(in.surroundings().now().plus(added, unit));
    } catch (DateTimeException | ArithmeticException beyond) {
      return in.fault("%d %s from now is no date".formatted(added, unit));
    }
  }

  private static Result format(Arguments in, Instant moment, int index) {
    var asked = in.has(index) ? in.text(index) : "";
    try {
      var format =
          DateTimeFormatter.ofPattern(pattern(asked.isEmpty() ? DEFAULT : asked), Locale.ENGLISH);
      var text = format.format(moment.atOffset(ZoneOffset.UTC));
      return in.bounded(text);
    } catch (IllegalArgumentException | DateTimeException wrong) {
      return in.fault(asked + " is no format of Day.js, such as YYYY-MM-DD HH:mm:ss");
    }
  }

  /** The pattern of Java's formatter. */
  private static String pattern(String format) {
    return TOKEN.matcher(format).replaceAll(match -> Matcher.quoteReplacement(part(match)));
  }

  private static String part(java.util.regex.MatchResult match) {
    if (match.group(2) == null) {
      return "'"
          + String.valueOf(match.group(1) == null ? match.group(3) : match.group(1))
              .replace("'", "''")
          + "'";
    }
    return switch (match.group(2)) {
      case "YYYY" -> "uuuu";
      case "YY" -> "uu";
      case "D" -> "d";
      case "DD" -> "dd";
      case "ddd" -> "EEE";
      case "dddd" -> "EEEE";
      case "A", "a" -> "a";
      case "Z" -> "xxx";
      case "ZZ" -> "xx";
      case String same -> same;
    };
  }
}
