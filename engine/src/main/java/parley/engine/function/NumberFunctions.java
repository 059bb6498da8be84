package parley.engine.function;

import static parley.engine.function.Function.define;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.model.value.Decimal;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** Numbers, and from one kind of value to another. */
final class NumberFunctions {

  private NumberFunctions() {}

  static List<Function> all() {
    return List.of(
        define("abs(number: number): number", in -> number(in, in.number(0).toBigDecimal().abs())),
        define("round(number: number, digits: whole?): number", NumberFunctions::round),
        define("floor(number: number): number", in -> whole(in, RoundingMode.FLOOR)),
        define("ceil(number: number): number", in -> whole(in, RoundingMode.CEILING)),
        define(
            "min(first: number, more: number...): number",
            in -> Result.of(numbers(in).stream().min(Comparator.naturalOrder()).orElseThrow())),
        define(
            "max(first: number, more: number...): number",
            in -> Result.of(numbers(in).stream().max(Comparator.naturalOrder()).orElseThrow())),
        define("number(value: any): number", NumberFunctions::toNumber),
        define("isNumber(value: any): boolean", in -> Result.of(readNumber(in.value(0)) != null)),
        define("string(value: any): text", in -> in.written(in.value(0))),
        define("type(value: any): text", in -> Result.of(in.value(0).kind().word())));
  }

  /** A text as it is; anything else as JSON begins to write it. */
  static String toText(Value value) {
    return value instanceof Value.Text(var text) ? text : JsonWriter.begin(value, 100);
  }

  static Result number(Arguments in, BigDecimal number) {
    return Decimal.of(number)
        .map(Result::of)
        .orElseGet(() -> in.fault("the number has more than 1000 digits or exceeds 1e9999"));
  }

  private static List<Decimal> numbers(Arguments in) {
    return in.values().stream().map(Decimal.class::cast).toList();
  }

  private static Result round(Arguments in) {
    var digits = in.whole(1, 0);
    return Math.abs(digits) > Decimal.MAX_CHARACTERS
        ? in.fault("digits of round() is " + digits + ", expected at most 1000")
        : number(in, in.number(0).toBigDecimal().setScale((int) digits, RoundingMode.HALF_EVEN));
  }

  private static Result whole(Arguments in, RoundingMode mode) {
    return number(in, in.number(0).toBigDecimal().setScale(0, mode));
  }

  private static Result toNumber(Arguments in) {
    var number = readNumber(in.value(0));
    return number == null
        ? in.fault(JsonWriter.begin(in.value(0), 100) + " is no number as JSON writes it")
        : Result.of(number);
  }

  private static @Nullable Value readNumber(Value value) {
    return switch (value) {
      case Decimal number -> number;
      case Value.Text(var text) -> Decimal.parse(text).orElse(null);
      case Value _ -> null;
    };
  }
}
