package parley.engine.check;

import parley.engine.function.Arguments;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** How outcomes and messages show values. */
public final class Shown {

  /** How much of a value is shown, in UTF-16 code units. */
  public static final int MAX = 1000;

  private Shown() {}

  /** A text as JSON, cut where it is long. */
  public static String text(String text) {
    return of(Value.of(text));
  }

  /** As JSON, cut where it is long. */
  public static String of(Value value) {
    var json = JsonWriter.begin(value, Arguments.MAX_TEXT);
    return json.length() > MAX
        ? "%s... (%d characters)".formatted(json.substring(0, MAX), json.length())
        : json;
  }
}
