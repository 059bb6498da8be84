package parley.fake.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import parley.model.value.Decimal;
import parley.model.value.Value;

/** Numbers between what the schema says, by the field's name where that fits. */
record Numbers(Shaping shaping, Rules rules, String name) {

  private static final BigDecimal USUAL = BigDecimal.valueOf(1000);

  Optional<Value> make(boolean whole) {
    var step =
        rules
            .number("multipleOf")
            .map(Decimal::toBigDecimal)
            .or(() -> whole ? Optional.of(BigDecimal.ONE) : Optional.empty());
    return Texts.named(name, shaping.in())
        .filter(Decimal.class::isInstance)
        .map(value -> ((Decimal) value).toBigDecimal())
        .map(number -> step.isPresent() ? number.setScale(0, RoundingMode.DOWN) : number)
        .filter(number -> fits(number, step))
        .or(() -> between(step.map(it -> whole ? multiple(it) : it).orElse(new BigDecimal("0.01"))))
        .flatMap(Decimal::of)
        .map(number -> number);
  }

  /** The smallest multiple of a step that is whole. */
  private static BigDecimal multiple(BigDecimal step) {
    var whole = step;
    for (var i = 2; i <= 1000 && whole.stripTrailingZeros().scale() > 0; i++) {
      whole = step.multiply(BigDecimal.valueOf(i));
    }
    return whole;
  }

  private boolean fits(BigDecimal number, Optional<BigDecimal> step) {
    return number.compareTo(least().orElse(number)) >= 0
        && number.compareTo(most().orElse(number)) <= 0
        && !excluded("exclusiveMinimum", number)
        && !excluded("exclusiveMaximum", number)
        && step.filter(it -> number.remainder(it).signum() != 0).isEmpty();
  }

  private boolean excluded(String keyword, BigDecimal number) {
    return rules.number(keyword).filter(it -> it.toBigDecimal().compareTo(number) == 0).isPresent();
  }

  private Optional<BigDecimal> least() {
    return limit("minimum", "exclusiveMinimum", 1);
  }

  private Optional<BigDecimal> most() {
    return limit("maximum", "exclusiveMaximum", -1);
  }

  /** The one that lets fewer numbers through. */
  private Optional<BigDecimal> limit(String including, String excluding, int sign) {
    var one = rules.number(including).map(Decimal::toBigDecimal);
    var other = rules.number(excluding).map(Decimal::toBigDecimal);
    return one.isPresent() && other.isPresent()
        ? one.map(it -> it.compareTo(other.get()) * sign >= 0 ? it : other.get())
        : one.or(() -> other);
  }

  /** A multiple of the step. */
  private Optional<BigDecimal> between(BigDecimal step) {
    if (step.signum() <= 0) {
      return Optional.empty();
    }
    var width = USUAL.max(step.multiply(BigDecimal.TEN));
    var least =
        least().orElseGet(() -> most().map(it -> it.subtract(width)).orElse(BigDecimal.ZERO));
    var most = most().orElseGet(() -> least.max(BigDecimal.ZERO).add(width));
    var first = units(least, step, RoundingMode.CEILING);
    if (excluded("exclusiveMinimum", step.multiply(new BigDecimal(first)))) {
      first = first.add(BigInteger.ONE);
    }
    var last = units(most, step, RoundingMode.FLOOR);
    if (excluded("exclusiveMaximum", step.multiply(new BigDecimal(last)))) {
      last = last.subtract(BigInteger.ONE);
    }
    return first.compareTo(last) > 0
        ? finer(step)
        : Optional.of(step.multiply(new BigDecimal(first.add(chance(last.subtract(first))))));
  }

  private static BigInteger units(BigDecimal limit, BigDecimal step, RoundingMode mode) {
    return limit.divide(step, 0, mode).toBigInteger();
  }

  /** Limits that are close together, when nothing is said about steps. */
  private Optional<BigDecimal> finer(BigDecimal step) {
    return rules.has("multipleOf") || step.compareTo(BigDecimal.ONE) >= 0 || step.scale() > 12
        ? Optional.empty()
        : between(step.scaleByPowerOfTen(-2));
  }

  private BigInteger chance(BigInteger most) {
    var bounded = most.min(BigInteger.valueOf(Long.MAX_VALUE - 1)).longValue();
    return BigInteger.valueOf(shaping.random().nextLong(bounded + 1));
  }
}
