package parley.model.collection;

import java.util.Locale;

/** A comparison of what a subject is with what it should be. */
public enum Operator {
  EQUALS,
  NOT_EQUALS,
  EQUALS_IGNORING_CASE,
  EXISTS,
  EMPTY,
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
  LENGTH,
  TYPE,
  JSON_CONTAINS,
  XML_CONTAINS,
  SCHEMA,
  DATE,
  BEFORE,
  AFTER;

  /** As it stands in a file, {@code greater-than}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
