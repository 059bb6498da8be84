package parley.engine.loadmill;

import static parley.engine.loadmill.Likeness.like;
import static parley.engine.loadmill.Likeness.loose;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import parley.engine.function.Arguments;
import parley.engine.function.Function;
import parley.engine.function.Result;
import parley.engine.function.Type;
import parley.model.value.Value;

/** What is so and what is not. */
final class Conditions {

  private static final List<Type> TRUTH = List.of(Type.BOOLEAN);
  private static final List<Type> TEXT = List.of(Type.TEXT);

  private Conditions() {}

  static List<Function> all() {
    return List.of(
        Function.define("__true(): boolean", _ -> Result.TRUE),
        Function.define("__false(): boolean", _ -> Result.FALSE),
        loose("__and(values: any...): boolean", TRUTH, in -> Result.of(falses(in) == 0)),
        loose(
            "__or(values: any...): boolean",
            TRUTH,
            in -> Result.of(in.count() == 0 || falses(in) < in.count())),
        loose("__not(p1: any): boolean", TRUTH, in -> Result.of(falses(in) == 1)),
        equality("__eq", in -> same(in.value(0), in.value(1))),
        equality("__neq", in -> !same(in.value(0), in.value(1))),
        equality("__eqi", in -> sameFolded(in.value(0), in.value(1))),
        equality("__neqi", in -> !sameFolded(in.value(0), in.value(1))),
        order("__lt", sign -> sign < 0),
        order("__lte", sign -> sign <= 0),
        order("__gt", sign -> sign > 0),
        order("__gte", sign -> sign >= 0),
        like("__matches(target: any, regex: regex): boolean", "matches"),
        loose(
            "__contains(target: any, search: any): boolean",
            TEXT,
            in -> Result.of(in.text(0).contains(in.text(1)))),
        like("__containsi(target: any, search: any): boolean", "containsIgnoreCase"),
        like("__is_number(target: any): boolean", "isNumber"),
        like("__is_uuid(target: any): boolean", "isUuid"));
  }

  private static long falses(Arguments in) {
    return in.values().stream().filter(Value.of(false)::equals).count();
  }

  private static Function equality(String name, java.util.function.Predicate<Arguments> condition) {
    return Function.define(
        name + "(p1: any, p2: any): boolean", in -> Result.of(condition.test(in)));
  }

  /** Numbers by what they are worth, all else as it is written. */
  static boolean same(Value one, Value other) {
    return one.equals(other) || Loose.text(one).equals(Loose.text(other));
  }

  static boolean sameFolded(Value one, Value other) {
    return same(one, other) || fold(one).equals(fold(other));
  }

  private static String fold(Value value) {
    return Loose.text(value).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static Function order(String name, IntPredicate sign) {
    return loose(
        name + "(p1: any, p2: any): boolean",
        List.of(Type.NUMBER),
        in -> Result.of(sign.test(in.number(0).compareTo(in.number(1)))));
  }
}
