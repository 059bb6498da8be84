package parley.cli.option;

import java.util.regex.Pattern;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;

/**
 * What one {@code --var NAME=VALUE} asks for. As in {@code variables:} of a file, a number, {@code
 * true}, {@code false} and {@code null} are what JSON means by them, and so are a list, a map and a
 * text in double quotes; all else is a text.
 */
public record VarArgument(String name, Value value) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  /** Reads what follows {@code --var}. */
  public static Reading<VarArgument> parse(String text) {
    var equals = text.indexOf('=');
    if (equals < 1 || !NAME.matcher(text.substring(0, equals)).matches()) {
      return Reading.bad("NAME=VALUE, the name of letters, digits, - and _", "room=main");
    }
    return Reading.good(
        new VarArgument(text.substring(0, equals), value(text.substring(equals + 1))));
  }

  private static Value value(String text) {
    return switch (JsonReader.read(text)) {
      case JsonReading.Read(var value) -> value;
      case JsonReading.Unreadable _ -> Value.of(text);
    };
  }
}
