package parley.engine.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.Stream;
import parley.engine.function.Arguments;
import parley.engine.function.Result;
import parley.engine.path.Comparison;
import parley.model.value.Decimal;
import parley.model.value.Value;

/** What the operators do with two values. */
final class Operators {

  private static final int MAX_ITEMS = 1_000_000;

  private Operators() {}

  static Result invalid(int at, String text) {
    return new Result.Fault(Result.Reason.INVALID, at, text);
  }

  static Result missing(int at, String text) {
    return new Result.Fault(Result.Reason.MISSING, at, text);
  }

  static Result arithmetic(int at, String operator, Value left, Value right) {
    if (left instanceof Decimal one && right instanceof Decimal other) {
      return numbers(at, operator, one, other);
    }
    if (operator.equals("+")) {
      if (left instanceof Value.Text(var one) && right instanceof Value.Text(var other)) {
        return texts(at, one, other);
      }
      if (left instanceof Value.Items one && right instanceof Value.Items other) {
        return lists(at, one, other);
      }
    }
    return invalid(at, noSuch(operator, left.kind().phrase(), right.kind().phrase()));
  }

  static String noSuch(String operator, String left, String right) {
    return "%s takes two numbers%s, found %s and %s"
        .formatted(operator, operator.equals("+") ? ", two texts or two lists" : "", left, right);
  }

  private static Result texts(int at, String one, String other) {
    return one.length() + other.length() > Arguments.MAX_TEXT
        ? invalid(at, "the text exceeds the limit of " + Arguments.MAX_TEXT + " characters")
        : Result.of(one.concat(other));
  }

  private static Result lists(int at, Value.Items one, Value.Items other) {
    return one.all().size() + other.all().size() > MAX_ITEMS
        ? invalid(at, "the list exceeds the limit of " + MAX_ITEMS + " items")
        : Result.of(Stream.concat(one.all().stream(), other.all().stream()).toList());
  }

  private static Result numbers(int at, String operator, Decimal one, Decimal other) {
    return isSmall(one) && isSmall(other)
        ? small(at, operator, one, other)
        : exact(at, operator, one.toBigDecimal(), other.toBigDecimal());
  }

  private static Result small(int at, String operator, Decimal one, Decimal other) {
    return switch (operator) {
      case "+" -> Result.of(one.whole() + other.whole());
      case "-" -> Result.of(one.whole() - other.whole());
      case "*" -> Result.of(one.whole() * other.whole());
      default -> divided(at, operator, one.toBigDecimal(), other.toBigDecimal());
    };
  }

  /** Whether sum, difference and product of two such numbers fit a {@code long}. */
  private static boolean isSmall(Decimal number) {
    return number.isWhole() && number.whole() == (int) number.whole();
  }

  private static Result exact(int at, String operator, BigDecimal one, BigDecimal other) {
    return switch (operator) {
      case "+" -> number(at, one.add(other));
      case "-" -> number(at, one.subtract(other));
      case "*" -> number(at, one.multiply(other));
      default -> divided(at, operator, one, other);
    };
  }

  private static Result divided(int at, String operator, BigDecimal one, BigDecimal other) {
    if (other.signum() == 0) {
      return invalid(at, "division by zero");
    }
    return number(
        at, operator.equals("/") ? one.divide(other, precision(one, other)) : one.remainder(other));
  }

  /** Exact where that takes no more digits than both have together, at least 34; else half-even. */
  private static MathContext precision(BigDecimal one, BigDecimal other) {
    return new MathContext(
        Math.max(34, one.precision() + other.precision()), RoundingMode.HALF_EVEN);
  }

  static Result number(int at, BigDecimal number) {
    return Decimal.of(number)
        .map(Result::of)
        .orElseGet(() -> invalid(at, "the number has more than 1000 digits or exceeds 1e9999"));
  }

  static Result negative(int at, Value value) {
    return value instanceof Decimal number
        ? number(at, number.toBigDecimal().negate())
        : invalid(at, "- takes a number, found " + value.kind().phrase());
  }

  static Result compare(int at, Comparison comparison, Value left, Value right) {
    if (Comparison.ordered(left, right)) {
      return Result.of(comparison.holds(Comparison.order(left, right)));
    }
    var equality = comparison.isEquality();
    if (equality && (left.kind() == right.kind() || isNull(left) || isNull(right))) {
      return Result.of(left.equals(right) == (comparison == Comparison.EQUAL));
    }
    return invalid(at, notComparable(comparison, left.kind().phrase(), right.kind().phrase()));
  }

  static String notComparable(Comparison comparison, String left, String right) {
    return comparison.isEquality()
        ? "%s and %s do not compare".formatted(left, right)
        : "%s takes two numbers or two texts, found %s and %s"
            .formatted(comparison.symbol(), left, right);
  }

  private static boolean isNull(Value value) {
    return value.kind() == Value.Kind.NULL;
  }

  static Result in(int at, Value item, Value all) {
    return switch (all) {
      case Value.Items(var items) -> Result.of(items.contains(item));
      case Value.Fields(var fields) when item instanceof Value.Text(var name) ->
          Result.of(fields.containsKey(name));
      case Value.Fields _ -> invalid(at, "names of a map are texts, found " + item.kind().phrase());
      case Value _ -> invalid(at, "in takes a list or a map, found " + all.kind().phrase());
    };
  }

  static Result member(int at, Value of, String name) {
    if (!(of instanceof Value.Fields(var fields))) {
      return invalid(at, noMember(name, of.kind().phrase()));
    }
    var member = fields.get(name);
    return member == null
        ? missing(at, "the map has no " + name + Nearest.remark(name, fields.keySet()))
        : Result.of(member);
  }

  static Result index(int at, Value of, Value index) {
    return switch (of) {
      case Value.Items(var items) when index instanceof Decimal number && number.isWhole() ->
          number.whole() >= 0 && number.whole() < items.size()
              ? Result.of(items.get((int) number.whole()))
              : missing(at, "index %s of a list of %d".formatted(number.text(), items.size()));
      case Value.Fields _ when index instanceof Value.Text(var name) -> member(at, of, name);
      case Value other -> invalid(at, noIndex(other.kind().phrase(), index.kind().phrase()));
    };
  }

  static String noMember(String name, String of) {
    return ".%s takes a map, found %s".formatted(name, of);
  }

  static String noIndex(String of, String index) {
    return "[ ] takes a list and a whole number, or a map and a text; found %s and %s"
        .formatted(of, index);
  }
}
