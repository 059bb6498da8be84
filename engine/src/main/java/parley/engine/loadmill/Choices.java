package parley.engine.loadmill;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.engine.function.Arguments;
import parley.engine.function.Function;
import parley.engine.function.Result;
import parley.model.value.Decimal;
import parley.model.value.Value;

/** One of several values. */
final class Choices {

  private Choices() {}

  static List<Function> all() {
    return List.of(
        Function.define(
            "__if_then_else(condition: any, then: any, else: any): any",
            in -> Result.of(in.value(Loose.truth(in.value(0)) ? 1 : 2))),
        Function.define(
            "__switch(target: any, case1: any, value1: any, more: any...): any",
            in -> choose(in, Conditions::same)),
        Function.define(
            "__switchi(target: any, case1: any, value1: any, more: any...): any",
            in -> choose(in, Conditions::sameFolded)),
        Function.define(
                "__pick(selection: any, p1: any, more: any...): any",
                in -> pick(in, in.value(0), in.values().subList(1, in.count())))
            .unsteady(),
        Function.define(
                "__pick_random(p1: any, more: any...): any",
                in -> pick(in, Value.of("random"), in.values()))
            .unsteady(),
        Function.define(
                "__split_pick(target: any, delim: any, selection: any?): text",
                in -> pick(in, in.has(2) ? in.value(2) : Value.of(0), parts(in)))
            .unsteady());
  }

  /** An empty text where nothing fits and nothing else is given. */
  private static Result choose(Arguments in, BiPredicate<Value, Value> same) {
    for (var i = 1; i + 1 < in.count(); i += 2) {
      if (same.test(in.value(0), in.value(i))) {
        return Result.of(in.value(i + 1));
      }
    }
    return in.count() % 2 == 0 ? Result.of(in.value(in.count() - 1)) : Result.of("");
  }

  /** By an index from 0, or the word {@code random}. */
  static Result pick(Arguments in, Value selection, List<Value> from) {
    if (Loose.text(selection).equals("random") && !from.isEmpty()) {
      return Result.of(from.get(in.surroundings().random().nextInt(from.size())));
    }
    return Loose.number(selection)
        .filter(Decimal::isWhole)
        .filter(index -> index.whole() >= 0 && index.whole() < from.size())
        .map(index -> Result.of(from.get((int) index.whole())))
        .orElseGet(() ->
            in.missing(
                "found the selection %s of %d values, expected a number from 0 or random"
                    .formatted(Loose.text(selection), from.size())));
  }

  private static List<Value> parts(Arguments in) {
    var delimiter = Pattern.quote(Loose.text(in.value(1)));
    return Stream.of(Loose.text(in.value(0)).split(delimiter, -1))
        .map(String::strip)
        .map(Value::of)
        .toList();
  }
}
