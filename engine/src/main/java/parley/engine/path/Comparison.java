package parley.engine.path;

import parley.model.value.Decimal;
import parley.model.value.Value;

/** The six comparisons, in expressions and in the filters of paths alike. */
public enum Comparison {
  EQUAL("=="),
  NOT_EQUAL("!="),
  LESS("<"),
  AT_MOST("<="),
  GREATER(">"),
  AT_LEAST(">=");

  private final String symbol;

  Comparison(String symbol) {
    this.symbol = symbol;
  }

  /** How it is written. */
  public String symbol() {
    return symbol;
  }

  /** Whether it asks for equality only, which every kind of value has. */
  public boolean isEquality() {
    return this == EQUAL || this == NOT_EQUAL;
  }

  /** Whether it holds for two things in that {@code order}: negative, 0 or positive. */
  public boolean holds(int order) {
    return switch (this) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }

  /** The comparison that holds with both sides exchanged. */
  public Comparison flipped() {
    return switch (this) {
      case EQUAL, NOT_EQUAL -> this;
      case LESS -> GREATER;
      case AT_MOST -> AT_LEAST;
      case GREATER -> LESS;
      case AT_LEAST -> AT_MOST;
    };
  }

  /** Whether values of these kinds have an order: two numbers or two texts. */
  public static boolean ordered(Value left, Value right) {
    return left.kind() == right.kind() && (left instanceof Decimal || left instanceof Value.Text);
  }

  /** The order of two values that have one: numbers by value, texts by code points. */
  public static int order(Value left, Value right) {
    return left instanceof Decimal one
        ? one.compareTo((Decimal) right)
        : compareTexts(((Value.Text) left).text(), ((Value.Text) right).text());
  }

  /** As UTF-8 bytes compare, not as UTF-16 code units do. */
  private static int compareTexts(String left, String right) {
    var at = 0;
    var both = Math.min(left.length(), right.length());
    while (at < both && left.charAt(at) == right.charAt(at)) {
      at++;
    }
    return at == both
        ? Integer.compare(left.length(), right.length())
        : Integer.compare(rank(left.charAt(at)), rank(right.charAt(at)));
  }

  /** Surrogates write code points above all others. */
  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }
}
