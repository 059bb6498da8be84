package parley.engine.function;

import static parley.engine.function.Function.define;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Chance, taken from outside. */
final class RandomFunctions {

  private static final int MAX_LENGTH = 1_000_000;
  private static final String LOWERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String UPPERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";

  private RandomFunctions() {}

  static List<Function> all() {
    return Stream.of(
            define("randomUuid(): text", in -> Result.of(uuid(in.surroundings().random()))),
            define("randomBoolean(percent: whole?): boolean", RandomFunctions::truth),
            define("randomNumber(from: whole, to: whole?): number", RandomFunctions::number),
            define("randomPick(choices: any...): any", RandomFunctions::pick),
            letters("randomChars", LOWERS + UPPERS + DIGITS),
            letters("randomDigits", DIGITS),
            letters("randomLetters", LOWERS + UPPERS),
            letters("randomUppers", UPPERS),
            letters("randomLowers", LOWERS),
            letters("randomHex", "0123456789abcdef"),
            define(
                "randomFrom(characters: text, length: whole?): text",
                in -> letters(in, in.text(0), in.whole(1, 10), in.surroundings().random())),
            define(
                "seededNumber(seed: text, length: whole?): text",
                in -> letters(in, DIGITS, in.whole(1, 10), new Random(seed(in.text(0))))))
        .map(Function::unsteady)
        .toList();
  }

  private static Function letters(String name, String characters) {
    return define(
        name + "(length: whole?): text",
        in -> letters(in, characters, in.whole(0, 10), in.surroundings().random()));
  }

  private static Result letters(
      Arguments in, String characters, long length, RandomGenerator random) {
    var points = characters.codePoints().toArray();
    if (length < 0 || length > MAX_LENGTH || points.length == 0) {
      return in.fault(
          "found length %d of %d characters, expected 0 to %d of 1 or more"
              .formatted(length, points.length, MAX_LENGTH));
    }
    var out = new StringBuilder();
    for (var i = 0; i < length; i++) {
      out.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return Result.of(out.toString());
  }

  /** Version 4, variant 1 (RFC 9562, 5.4). */
  private static String uuid(RandomGenerator random) {
    var high = (random.nextLong() & ~0xf000L) | 0x4000L;
    var low = (random.nextLong() >>> 2) | (1L << 63);
    return new UUID(high, low).toString();
  }

  private static Result truth(Arguments in) {
    return Result.of(in.surroundings().random().nextInt(100) < in.whole(0, 50));
  }

  /** Both ends included; with one argument, from 0. */
  private static Result number(Arguments in) {
    var from = in.has(1) ? in.whole(0) : 0;
    var to = in.has(1) ? in.whole(1) : in.whole(0);
    return from > to || to == Long.MAX_VALUE
        ? in.fault("no number from %d to %d".formatted(from, to))
        : Result.of(in.surroundings().random().nextLong(from, to + 1));
  }

  private static Result pick(Arguments in) {
    return in.count() == 0
        ? in.fault("randomPick() has nothing to choose from")
        : Result.of(in.value(in.surroundings().random().nextInt(in.count())));
  }

  /** The same digits for the same text, on every machine. */
  private static long seed(String text) {
    var seed = 1125899906842597L;
    for (var b : text.getBytes(StandardCharsets.UTF_8)) {
      seed = 31 * seed + b;
    }
    return seed;
  }
}
