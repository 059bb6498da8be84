package parley.engine.check;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The operators that a check may use. */
public enum Operator {
  EQUALS,
  NOT_EQUALS,
  EXISTS,
  CONTAINS,
  NOT_CONTAINS,
  MATCHES,
  GREATER_THAN,
  AT_LEAST,
  LESS_THAN,
  AT_MOST,
  IN,
  STARTS_WITH,
  ENDS_WITH,
  EMPTY,
  LENGTH,
  TYPE,
  JSON_CONTAINS,
  DATE,
  BEFORE,
  AFTER,
  EQUALS_IGNORING_CASE;

  /** The operator that users write {@code word}; empty where none is. */
  public static Optional<Operator> named(String word) {
    return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** How users write it: {@code greater-than}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
