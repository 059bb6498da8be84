package parley.engine.loadmill;

import static parley.engine.loadmill.Likeness.like;
import static parley.engine.loadmill.Likeness.loose;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import parley.engine.function.Arguments;
import parley.engine.function.Function;
import parley.engine.function.Result;
import parley.engine.function.Type;
import parley.model.value.Decimal;
import parley.model.value.Value;

/** Lists, also those that stand in a text as JSON. */
final class Arrays {

  private static final int MAX_ITEMS = 1_000_000;
  private static final BigDecimal LARGEST = BigDecimal.valueOf(1L << 32);
  private static final List<Type> LIST = List.of(Type.LIST);
  private static final List<Type> LIST_AND_TEXT = List.of(Type.LIST, Type.TEXT);

  private Arrays() {}

  static List<Function> all() {
    return List.of(
        loose("__array_length(target: any): number", LIST, in -> Result.of(in.items(0).size())),
        loose(
            "__array_matches(target: any, regex: regex): boolean",
            LIST_AND_TEXT,
            in -> Texts.allMatch(in, in.items(0), in.text(1))),
        loose(
            "__array_in_range(target: any, min: any?, max: any?): boolean",
            List.of(Type.LIST, Type.NUMBER),
            Arrays::inRange),
        loose(
            "__array_includes(src: any, target: any): boolean",
            LIST,
            in -> Result.of(in.items(1).stream().allMatch(one -> has(in.items(0), one)))),
        loose("__array_sum(target: any): number", LIST, Arrays::sum),
        loose(
            "__array_sort(target: any): list",
            LIST,
            in ->
                Result.of(in.items(0).stream().sorted(Comparator.comparing(Loose::text)).toList())),
        loose("__array_sort_numbers(target: any): list", LIST, Arrays::sortNumbers),
        like("__array_is_unique(target: any): boolean", "isUnique"),
        like("__array_pluck(target: any, keys: any...): list", "pluck"),
        loose("__sequence_array(p1: any): list", List.of(Type.WHOLE), Arrays::sequence).unsteady(),
        loose(
            "__array_missing_element(sub_array: any, full_array: any): any",
            LIST,
            in ->
                in.items(1).stream()
                    .filter(one -> !has(in.items(0), one))
                    .findFirst()
                    .map(Result::of)
                    .orElseGet(() -> Result.of(""))));
  }

  private static boolean has(List<Value> all, Value one) {
    return all.contains(one) || all.stream().anyMatch(each -> Conditions.same(each, one));
  }

  private static Optional<List<Decimal>> numbers(Arguments in) {
    var numbers = in.items(0).stream().flatMap(one -> Loose.number(one).stream()).toList();
    return numbers.size() == in.items(0).size() ? Optional.of(numbers) : Optional.empty();
  }

  private static Result noNumbers(Arguments in) {
    return in.fault("the list has a value that is no number");
  }

  private static Result inRange(Arguments in) {
    var min = in.has(1) ? in.number(1).toBigDecimal() : BigDecimal.ZERO;
    var max = in.has(2) ? in.number(2).toBigDecimal() : LARGEST;
    return numbers(in)
        .map(numbers ->
            Result.of(
                numbers.stream()
                    .map(Decimal::toBigDecimal)
                    .allMatch(one -> one.compareTo(min) >= 0 && one.compareTo(max) <= 0)))
        .orElse(Result.FALSE);
  }

  private static Result sum(Arguments in) {
    return numbers(in)
        .map(numbers ->
            Numbers.number(
                in,
                numbers.stream()
                    .map(Decimal::toBigDecimal)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)))
        .orElseGet(() -> noNumbers(in));
  }

  private static Result sortNumbers(Arguments in) {
    return numbers(in)
        .map(numbers -> Result.of(numbers.stream().sorted().<Value>map(one -> one).toList()))
        .orElseGet(() -> noNumbers(in));
  }

  /** From 0 to the number itself. */
  private static Result sequence(Arguments in) {
    var last = in.number(0).whole();
    return last >= MAX_ITEMS
        ? in.fault("__sequence_array() makes at most " + MAX_ITEMS + " numbers")
        : Result.of(LongStream.rangeClosed(0, last).mapToObj(Value::of).toList());
  }
}
