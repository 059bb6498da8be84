package parley.engine.function;

import parley.model.value.Decimal;
import parley.model.value.Value;
import parley.model.value.Value.Kind;

/** What is known of a value before it is there. */
public enum Type {
  ANY("any", "any value"),
  NULL("null", "null"),
  BOOLEAN("boolean", "a boolean"),
  NUMBER("number", "a number"),
  WHOLE("whole", "a whole number"),
  TEXT("text", "a text"),
  LIST("list", "a list"),
  MAP("map", "a map");

  private final String word;
  private final String phrase;

  Type(String word, String phrase) {
    this.word = word;
    this.phrase = phrase;
  }

  /** How signatures write it. */
  public String word() {
    return word;
  }

  /** How messages say it. */
  public String phrase() {
    return phrase;
  }

  /** The type of values of that kind. */
  public static Type of(Kind kind) {
    return switch (kind) {
      case NULL -> NULL;
      case BOOLEAN -> BOOLEAN;
      case NUMBER -> NUMBER;
      case TEXT -> TEXT;
      case LIST -> LIST;
      case MAP -> MAP;
    };
  }

  /** Whether {@code value} is of this type; a whole number fits a {@code long}. */
  public boolean accepts(Value value) {
    return this == WHOLE
        ? value instanceof Decimal number && number.isWhole()
        : this == ANY || this == of(value.kind());
  }

  /** Whether a value of the type {@code actual} may be of this type. */
  public boolean mayBe(Type actual) {
    return this == ANY || actual == ANY || kind() == actual.kind();
  }

  /** Whole numbers are numbers. */
  private Type kind() {
    return this == WHOLE ? NUMBER : this;
  }
}
