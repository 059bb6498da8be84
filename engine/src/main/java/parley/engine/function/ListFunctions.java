package parley.engine.function;

import static parley.engine.function.Function.define;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import parley.engine.path.Comparison;
import parley.model.value.Decimal;
import parley.model.value.Value;

/** Lists and maps. */
final class ListFunctions {

  private static final int MAX_ITEMS = 1_000_000;

  private ListFunctions() {}

  static List<Function> all() {
    return List.of(
        define("size(value: any): number", ListFunctions::size),
        define("keys(map: map): list", in -> Result.of(texts(in.fields(0).keySet().stream()))),
        define("values(map: map): list", in -> Result.of(List.copyOf(in.fields(0).values()))),
        define("merge(map: map, other: map): map", ListFunctions::merge),
        define("sum(numbers: list): number", ListFunctions::sum),
        define("sort(list: list): list", ListFunctions::sort),
        define("reverse(list: list): list", in -> Result.of(in.items(0).reversed())),
        define(
            "distinct(list: list): list",
            in -> Result.of(List.copyOf(new LinkedHashSet<>(in.items(0))))),
        define(
            "isUnique(list: list): boolean",
            in -> Result.of(new HashSet<>(in.items(0)).size() == in.items(0).size())),
        define("without(list: list, other: list): list", ListFunctions::without),
        define("pluck(list: list, names: text...): list", ListFunctions::pluck),
        define("sequence(from: whole, to: whole, step: whole?): list", ListFunctions::sequence)
            .unsteady(),
        define("pick(index: whole, choices: any...): any", ListFunctions::pick),
        define(
            "choose(value: any, pairs: any...): any", in -> choose(in, UnaryOperator.identity())),
        define(
            "chooseIgnoreCase(value: text, pairs: any...): any",
            in -> choose(in, ListFunctions::folded)));
  }

  private static List<Value> texts(Stream<String> texts) {
    return texts.map(Value::of).toList();
  }

  private static Result size(Arguments in) {
    return switch (in.value(0)) {
      case Value.Text(var text) -> Result.of(text.codePointCount(0, text.length()));
      case Value.Items(var all) -> Result.of(all.size());
      case Value.Fields(var all) -> Result.of(all.size());
      case Value other ->
          in.fault(
              "value of size() is " + other.kind().phrase() + ", expected a text, list or map");
    };
  }

  private static Result merge(Arguments in) {
    var merged = new LinkedHashMap<>(in.fields(0));
    merged.putAll(in.fields(1));
    return Result.of(Value.of(merged));
  }

  private static Result sum(Arguments in) {
    var sum = BigDecimal.ZERO;
    for (var item : in.items(0)) {
      if (!(item instanceof Decimal number)) {
        return in.fault("numbers of sum() has " + item.kind().phrase() + ", expected numbers");
      }
      sum = sum.add(number.toBigDecimal());
    }
    return NumberFunctions.number(in, sum);
  }

  private static Result sort(Arguments in) {
    var items = in.items(0);
    return items.stream().allMatch(item -> Comparison.ordered(items.getFirst(), item))
        ? Result.of(items.stream().sorted(Comparison::order).toList())
        : in.fault("list of sort() must have numbers only or texts only");
  }

  private static Result without(Arguments in) {
    var other = new HashSet<>(in.items(1));
    return Result.of(in.items(0).stream().filter(item -> !other.contains(item)).toList());
  }

  /** Maps with those names alone; {@code name:other} names it otherwise. */
  private static Result pluck(Arguments in) {
    var names = in.values().subList(1, in.count()).stream().map(NumberFunctions::toText).toList();
    return Result.of(in.items(0).stream().map(item -> plucked(item, names)).toList());
  }

  private static Value plucked(Value item, List<String> names) {
    var fields = item instanceof Value.Fields(var all) ? all : Map.<String, Value>of();
    var plucked = new LinkedHashMap<String, Value>();
    for (var name : names) {
      var parts = name.split(":", 2);
      var value = fields.get(parts[0]);
      if (value != null) {
        plucked.put(parts[parts.length - 1], value);
      }
    }
    return Value.of(plucked);
  }

  private static Result sequence(Arguments in) {
    var step = in.whole(2, 1);
    if (step == 0) {
      return in.fault("step of sequence() is 0");
    }
    var steps = Math.floor(((double) in.whole(1) - in.whole(0)) / step);
    return steps >= MAX_ITEMS
        ? in.fault("sequence() makes at most " + MAX_ITEMS + " numbers")
        : Result.of(
            LongStream.rangeClosed(0, (long) steps)
                .mapToObj(i -> Value.of(in.whole(0) + i * step))
                .toList());
  }

  private static Result pick(Arguments in) {
    var index = in.whole(0);
    return index >= 0 && index < in.count() - 1
        ? Result.of(in.value((int) index + 1))
        : in.missing("index of pick() is %d of %d choices".formatted(index, in.count() - 1));
  }

  /** Pairs of a case and its value, then, where their number is odd, what else. */
  private static Result choose(Arguments in, UnaryOperator<Value> likened) {
    var wanted = likened.apply(in.value(0));
    for (var i = 1; i + 1 < in.count(); i += 2) {
      if (wanted.equals(likened.apply(in.value(i)))) {
        return Result.of(in.value(i + 1));
      }
    }
    return in.count() % 2 == 0
        ? Result.of(in.value(in.count() - 1))
        : in.missing("no case of choose() is " + NumberFunctions.toText(in.value(0)));
  }

  private static Value folded(Value value) {
    return value instanceof Value.Text(var text) ? Value.of(TextFunctions.fold(text)) : value;
  }
}
