package parley.fake;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import parley.engine.function.Surroundings;
import parley.model.value.Decimal;
import parley.model.value.Value;

/** Takes by chance from what is there. */
record Draw(Surroundings in) {

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String DIGITS = "0123456789";
  static final String ALPHA_NUMERIC = LETTERS + DIGITS;

  RandomGenerator random() {
    return in.random();
  }

  <T> T from(List<T> choices) {
    return choices.get(random().nextInt(choices.size()));
  }

  /** One of some words with spaces between them. */
  String word(String words) {
    return from(List.of(words.split(" ")));
  }

  String characters(String of, int count) {
    var text = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      text.append(of.charAt(random().nextInt(of.length())));
    }
    return text.toString();
  }

  /** Version 4, variant 1 (RFC 9562, 5.4). */
  static String uuid(RandomGenerator random) {
    var high = (random.nextLong() & ~0xf000L) | 0x4000L;
    var low = (random.nextLong() >>> 2) | (1L << 63);
    return new UUID(high, low).toString();
  }

  /** A digit for each {@code #}. */
  String digits(String pattern) {
    var text = new StringBuilder(pattern.length());
    pattern
        .chars()
        .forEach(
            each -> text.append(each == '#' ? characters(DIGITS, 1) : Character.toString(each)));
    return text.toString();
  }

  /** Both ends included. */
  int between(int from, int to) {
    return random().nextInt(from, to + 1);
  }

  /** Both ends included, with so many decimals. */
  Value decimal(int from, int to, int decimals) {
    var unit = BigDecimal.TEN.pow(decimals).longValueExact();
    var units = random().nextLong(from * unit, to * unit + 1);
    return Decimal.of(BigDecimal.valueOf(units, decimals)).orElseThrow();
  }

  Instant now() {
    return in.now().truncatedTo(ChronoUnit.MILLIS);
  }

  /** At most so many days before now, and a second or more. */
  Instant past(int days) {
    return now().minusMillis(apart(days));
  }

  /** At most so many days after now, and a second or more. */
  Instant future(int days) {
    return now().plusMillis(apart(days));
  }

  private long apart(int days) {
    return random().nextLong(1000, days * 86_400_000L);
  }
}
