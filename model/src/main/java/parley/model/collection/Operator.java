package parley.model.collection;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A comparison of what a subject is with what it should be. */
public enum Operator {
  EQUALS,
  NOT_EQUALS(EQUALS),
  EQUALS_IGNORING_CASE,
  NOT_EQUALS_IGNORING_CASE(EQUALS_IGNORING_CASE),
  EXISTS,
  EMPTY,
  CONTAINS,
  NOT_CONTAINS(CONTAINS),
  MATCHES,
  NOT_MATCHES(MATCHES),
  GREATER_THAN,
  AT_LEAST,
  LESS_THAN,
  AT_MOST,
  IN,
  NOT_IN(IN),
  STARTS_WITH,
  NOT_STARTS_WITH(STARTS_WITH),
  ENDS_WITH,
  NOT_ENDS_WITH(ENDS_WITH),
  LENGTH,
  NOT_LENGTH(LENGTH),
  TYPE,
  NOT_TYPE(TYPE),
  JSON_CONTAINS,
  NOT_JSON_CONTAINS(JSON_CONTAINS),
  XML_CONTAINS,
  NOT_XML_CONTAINS(XML_CONTAINS),
  SCHEMA,
  NOT_SCHEMA(SCHEMA),
  DATE,
  NOT_DATE(DATE),
  BEFORE,
  AFTER;

  private final @Nullable Operator negated;

  Operator() {
    this.negated = null;
  }

  Operator(Operator negated) {
    this.negated = negated;
  }

  /** The one that it is the negation of; empty for one that is none. */
  public Optional<Operator> negated() {
    return Optional.ofNullable(negated);
  }

  /** The same without a negation in front. */
  public Operator positive() {
    return negated().orElse(this);
  }

  /** As it stands in a file, {@code greater-than}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
