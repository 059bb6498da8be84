package parley.engine.path;

import java.math.BigDecimal;
import java.util.Optional;

/** A number of at most 18 digits, {@code digits / 10^scale}. */
record PlainNumber(long digits, int scale) {

  static final int MAX_DIGITS = 18;

  /** Empty where {@code text} has more digits or an exponent. */
  static Optional<PlainNumber> of(String text) {
    var number = new BigDecimal(text);
    return text.length() <= MAX_DIGITS && text.indexOf('e') < 0 && text.indexOf('E') < 0
        ? Optional.of(new PlainNumber(number.unscaledValue().longValue(), number.scale()))
        : Optional.empty();
  }

  /** The order of {@code otherDigits / 10^otherScale} and this number. */
  int orderOf(long otherDigits, int otherScale) {
    var high = Long.compare(whole(otherDigits, otherScale), whole(digits, scale));
    return high != 0
        ? high
        : Long.compare(fraction(otherDigits, otherScale), fraction(digits, scale));
  }

  private static long whole(long digits, int scale) {
    return digits / power(scale);
  }

  /** In units of 10^-18. */
  private static long fraction(long digits, int scale) {
    return digits % power(scale) * power(MAX_DIGITS - scale);
  }

  private static long power(int exponent) {
    var power = 1L;
    for (var i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }
}
