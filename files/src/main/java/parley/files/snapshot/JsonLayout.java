package parley.files.snapshot;

import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/**
 * Writes JSON for people: what fits stands on one line, and of all else each part on its own, so
 * that a change is a small difference. Numbers stay as they were written.
 */
final class JsonLayout {

  private static final int WIDTH = 92;

  private JsonLayout() {}

  /** Lines, each ended. */
  static String of(Value value) {
    return lines(value, 0, 0) + "\n";
  }

  /**
   * A value that begins on a line where something stands already.
   *
   * @param indent of the line
   * @param used columns that stand before and behind the value
   */
  private static String lines(Value value, int indent, int used) {
    var line = line(value);
    if (indent + used + line.length() <= WIDTH) {
      return line;
    }
    return switch (value) {
      case Value.Fields(var all) when !all.isEmpty() ->
          all.entrySet().stream()
              .map(one ->
                  name(one.getKey())
                      + lines(one.getValue(), indent + 2, name(one.getKey()).length() + 1))
              .collect(around("{", "}", indent));
      case Value.Items(var all) when !all.isEmpty() ->
          all.stream().map(one -> lines(one, indent + 2, 1)).collect(around("[", "]", indent));
      case Value _ -> line;
    };
  }

  private static Collector<CharSequence, ?, String> around(String open, String close, int indent) {
    var line = "\n" + " ".repeat(indent);
    return Collectors.joining("," + line + "  ", open + line + "  ", line + close);
  }

  private static String line(Value value) {
    return switch (value) {
      case Value.Fields(var all) ->
          joined(
              "{",
              all.entrySet().stream().map(one -> name(one.getKey()) + line(one.getValue())),
              "}");
      case Value.Items(var all) -> joined("[", all.stream().map(JsonLayout::line), "]");
      case Value _ -> JsonWriter.write(value);
    };
  }

  private static String joined(String open, Stream<String> parts, String close) {
    return parts.collect(Collectors.joining(", ", open, close));
  }

  private static String name(String name) {
    return JsonWriter.write(Value.of(name)) + ": ";
  }
}
