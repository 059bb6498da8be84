package parley.engine.function;

import java.util.List;
import java.util.Map;
import parley.model.value.Decimal;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/**
 * The arguments of one call, of the types that the signature says.
 *
 * @param values those given, in order
 * @param surroundings the clock and the random numbers
 * @param at where the call stands in the expression, for faults
 */
public record Arguments(List<Value> values, Surroundings surroundings, int at) {

  /** The longest text that a function makes, in UTF-16 code units: 16M. */
  public static final int MAX_TEXT = 1 << 24;

  /** How many were given. */
  public int count() {
    return values.size();
  }

  /** Whether there is one at {@code index}. */
  public boolean has(int index) {
    return index < values.size();
  }

  /** The one at {@code index}. */
  public Value value(int index) {
    return values.get(index);
  }

  /** The text at {@code index}. */
  public String text(int index) {
    return ((Value.Text) values.get(index)).text();
  }

  String text(int index, String otherwise) {
    return has(index) ? text(index) : otherwise;
  }

  /** The number at {@code index}. */
  public Decimal number(int index) {
    return (Decimal) values.get(index);
  }

  long whole(int index) {
    return number(index).whole();
  }

  long whole(int index, long otherwise) {
    return has(index) ? whole(index) : otherwise;
  }

  /** The items of the list at {@code index}. */
  public List<Value> items(int index) {
    return ((Value.Items) values.get(index)).all();
  }

  Map<String, Value> fields(int index) {
    return ((Value.Fields) values.get(index)).all();
  }

  /** A fault at the call. */
  public Result fault(String text) {
    return new Result.Fault(Result.Reason.INVALID, at, text);
  }

  /** A fault of the reason MISSING. */
  public Result missing(String text) {
    return new Result.Fault(Result.Reason.MISSING, at, text);
  }

  /** A text as it is, anything else as JSON writes it, unless it is too long. */
  Result written(Value value) {
    return value instanceof Value.Text ? Result.of(value) : json(value);
  }

  /** As JSON writes it, unless that is too long. */
  Result json(Value value) {
    var json = JsonWriter.begin(value, MAX_TEXT + 1);
    return json.length() > MAX_TEXT
        ? fault("the text exceeds the limit of " + MAX_TEXT + " characters")
        : Result.of(json);
  }

  /** A text, unless it is too long. */
  public Result bounded(CharSequence text) {
    return text.length() > MAX_TEXT
        ? fault("a text of " + text.length() + " characters exceeds the limit of " + MAX_TEXT)
        : Result.of(text.toString());
  }
}
