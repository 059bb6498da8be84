package parley.model.value;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A number that keeps the text it was written in: {@code 1.10} stays {@code 1.10} and twenty digits
 * stay twenty digits. Equality, order and hash code go by what it is worth: {@code 1.10} equals
 * {@code 1.1}. Its text has at most {@link #MAX_CHARACTERS} characters, and its exponent lies
 * within {@link #MAX_EXPONENT} either way.
 */
public final class Decimal implements Value, Comparable<Decimal> {

  /** The longest text of a number, in characters (RFC 8259, 6 allows a limit). */
  public static final int MAX_CHARACTERS = 1000;

  /** The largest power of ten, either way, that a number may reach. */
  public static final int MAX_EXPONENT = 9999;

  private static final Pattern GRAMMAR =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private static final BigDecimal MIN_WHOLE = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal MAX_WHOLE = BigDecimal.valueOf(Long.MAX_VALUE);

  private final @Nullable String text;

  /** What it is worth, without trailing zeros; absent where {@link #whole} says it. */
  private final @Nullable BigDecimal exact;

  private final long whole;

  private Decimal(@Nullable String text, @Nullable BigDecimal exact, long whole) {
    this.text = text;
    this.exact = exact;
    this.whole = whole;
  }

  /** A whole number. */
  public static Decimal of(long whole) {
    return new Decimal(null, null, whole);
  }

  /** A number with the digits of {@code number}; empty beyond the limits. */
  public static Optional<Decimal> of(BigDecimal number) {
    return of(number, plain(number));
  }

  /**
   * The number that {@code text} writes as JSON does; empty where it writes none or is too long.
   */
  public static Optional<Decimal> parse(String text) {
    if (text.length() > MAX_CHARACTERS || !GRAMMAR.matcher(text).matches()) {
      return Optional.empty();
    }
    if (text.length() <= 18 && isDigits(text)) {
      return Optional.of(new Decimal(text, null, Long.parseLong(text)));
    }
    try {
      return of(new BigDecimal(text), text);
    } catch (NumberFormatException exponentBeyondAllNumbers) {
      return Optional.empty();
    }
  }

  private static Optional<Decimal> of(BigDecimal number, String text) {
    var exponent = number.precision() - (long) number.scale() - 1;
    if (text.length() > MAX_CHARACTERS || Math.abs(exponent) > MAX_EXPONENT) {
      return Optional.empty();
    }
    var exact = number.stripTrailingZeros();
    return Optional.of(
        isWhole(exact) ? new Decimal(text, null, exact.longValue()) : new Decimal(text, exact, 0));
  }

  private static boolean isWhole(BigDecimal exact) {
    return exact.scale() <= 0 && exact.compareTo(MIN_WHOLE) >= 0 && exact.compareTo(MAX_WHOLE) <= 0;
  }

  /** Whether digits are all there is, but for a sign before them. */
  private static boolean isDigits(String text) {
    return text.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
  }

  /** Without an exponent where that does not add a row of zeros. */
  private static String plain(BigDecimal number) {
    return Math.abs((long) number.scale()) <= 40 ? number.toPlainString() : number.toString();
  }

  /** Whether it is a whole number that a {@code long} holds. */
  public boolean isWhole() {
    return exact == null;
  }

  /** The number, where it is whole; 0 where not. */
  public long whole() {
    return whole;
  }

  /** What it is worth, with the digits it was written in. */
  public BigDecimal toBigDecimal() {
    return text == null ? BigDecimal.valueOf(whole) : new BigDecimal(text);
  }

  /** The text as it was written, valid JSON. */
  public String text() {
    return text == null ? Long.toString(whole) : text;
  }

  @Override
  public Kind kind() {
    return Kind.NUMBER;
  }

  @Override
  public int compareTo(Decimal other) {
    return exact == null && other.exact == null
        ? Long.compare(whole, other.whole)
        : worth().compareTo(other.worth());
  }

  private BigDecimal worth() {
    return exact == null ? BigDecimal.valueOf(whole) : exact;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Decimal that && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    return exact == null ? Long.hashCode(whole) : exact.hashCode();
  }

  /** The text. */
  @Override
  public String toString() {
    return text();
  }
}
