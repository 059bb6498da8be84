package parley.model.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value as JSON has it, immutable. Two values are equal when JSON means the same by them: numbers
 * by what they are worth, maps whatever the order of their names.
 */
public sealed interface Value
    permits Value.Null, Value.Bool, Decimal, Value.Text, Value.Items, Value.Fields {

  /** What JSON writes {@code null}. */
  Value NULL = new Null();

  /** What kind of value this is. */
  Kind kind();

  /** {@code true} or {@code false}. */
  static Value of(boolean value) {
    return value ? Bool.TRUE : Bool.FALSE;
  }

  /** A whole number. */
  static Value of(long value) {
    return Decimal.of(value);
  }

  /** A text of any UTF-16 code units. */
  static Value of(String text) {
    return new Text(text);
  }

  /** A list, copied. */
  static Value of(List<Value> items) {
    return new Items(items);
  }

  /** A map in the order of {@code fields}, copied. */
  static Value of(Map<String, Value> fields) {
    return new Fields(fields);
  }

  /** The kinds of values. */
  enum Kind {
    NULL("null"),
    BOOLEAN("a boolean"),
    NUMBER("a number"),
    TEXT("a text"),
    LIST("a list"),
    MAP("a map");

    private final String phrase;

    Kind(String phrase) {
      this.phrase = phrase;
    }

    /** The kind with its article, as messages say it. */
    public String phrase() {
      return phrase;
    }

    /** The kind as users write it: {@code null}, {@code boolean}, {@code number}... */
    public String word() {
      return phrase.substring(phrase.indexOf(' ') + 1);
    }
  }

  /** Nothing, said explicitly. */
  record Null() implements Value {
    @Override
    public Kind kind() {
      return Kind.NULL;
    }
  }

  /** A truth value. */
  record Bool(boolean value) implements Value {
    private static final Bool TRUE = new Bool(true);
    private static final Bool FALSE = new Bool(false);

    @Override
    public Kind kind() {
      return Kind.BOOLEAN;
    }
  }

  /** A text of any UTF-16 code units, half surrogate pairs included. */
  record Text(String text) implements Value {
    @Override
    public Kind kind() {
      return Kind.TEXT;
    }
  }

  /** A list. */
  record Items(List<Value> all) implements Value {

    /** Copies {@code all}. */
    public Items {
      all = List.copyOf(all);
    }

    @Override
    public Kind kind() {
      return Kind.LIST;
    }
  }

  /** A map that keeps its order. */
  record Fields(Map<String, Value> all) implements Value {

    /** Copies {@code all}. */
    public Fields {
      all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    @Override
    public Kind kind() {
      return Kind.MAP;
    }
  }
}
