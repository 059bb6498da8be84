package parley.files.format;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes maps, lists and scalars as JSON, two spaces a level, so that a change is a small
 * difference.
 */
final class SchemaText {

  private SchemaText() {}

  static String of(Object value) {
    return of(value, "\n");
  }

  private static String of(Object value, String line) {
    return switch (value) {
      case Map<?, ?> map when map.isEmpty() -> "{}";
      case Map<?, ?> map ->
          ordered(map).entrySet().stream()
              .map(entry ->
                  string(String.valueOf(entry.getKey())) + ": " + of(entry.getValue(), line + "  "))
              .collect(Collectors.joining("," + line + "  ", "{" + line + "  ", line + "}"));
      case List<?> list ->
          list.stream().map(item -> of(item, line)).collect(Collectors.joining(", ", "[", "]"));
      case String text -> string(text);
      default -> String.valueOf(value);
    };
  }

  /** In the order it was made in, where it has one. */
  private static Map<?, ?> ordered(Map<?, ?> map) {
    return map instanceof SequencedMap<?, ?> ? map : new TreeMap<>(map);
  }

  private static String string(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
