package parley.engine.loadmill;

import static parley.engine.loadmill.Likeness.like;
import static parley.engine.loadmill.Likeness.loose;

import java.util.List;
import java.util.Objects;
import parley.engine.function.Arguments;
import parley.engine.function.Function;
import parley.engine.function.Functions;
import parley.engine.function.Result;
import parley.engine.function.Type;
import parley.model.value.Value;

/** Chance. */
final class Chances {

  private static final long LARGEST = 1L << 32;

  private Chances() {}

  static List<Function> all() {
    return List.of(
        like("__random_uuid(): text", "randomUuid"),
        like("__random_boolean(probability: any?): boolean", "randomBoolean"),
        loose(
                "__random_number(min_or_max: any?, max: any?): number",
                List.of(Type.WHOLE),
                Chances::number)
            .unsteady(),
        like("__random_chars(length: any?): text", "randomChars"),
        like("__random_digits(length: any?): text", "randomDigits"),
        like("__random_letters(length: any?): text", "randomLetters"),
        like("__random_uppers(length: any?): text", "randomUppers"),
        like("__random_lowers(length: any?): text", "randomLowers"),
        like("__random_hex(length: any?): text", "randomHex"),
        like("__random_from(chars: any, length: any?): text", "randomFrom"),
        loose(
            "__random_seeded_number(seed: any?, length: any?): text",
            List.of(Type.TEXT, Type.WHOLE),
            Chances::seeded));
  }

  /** With one argument from 0 to it; without any to 2^32. */
  private static Result number(Arguments in) {
    return call(in, "randomNumber", in.count() == 0 ? List.of(Value.of(LARGEST)) : in.values());
  }

  /** At most ten digits. */
  private static Result seeded(Arguments in) {
    var seed = in.has(0) ? in.value(0) : Value.of("");
    var length = in.has(1) ? Math.min(10, in.number(1).whole()) : 10;
    return call(in, "seededNumber", List.of(seed, Value.of(length)));
  }

  private static Result call(Arguments in, String readable, List<Value> values) {
    return Objects.requireNonNull(Functions.BY_NAME.get(readable))
        .call(new Arguments(values, in.surroundings(), in.at()));
  }
}
