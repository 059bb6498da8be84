package parley.workbench.form;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import parley.model.value.Decimal;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/**
 * JSON with a member in each line, as the composer lays it out; short lists of plain values stand
 * in one. Every value is as it was.
 */
final class LaidOut {

  /** As in {@code json-format.ts}. */
  private static final int SHORT = 60;

  private final StringBuilder out = new StringBuilder();

  private LaidOut() {}

  static String of(Value value) {
    var laid = new LaidOut();
    laid.value(value, 0);
    return laid.out.toString();
  }

  private void value(Value value, int depth) {
    switch (value) {
      case Value.Items(var items) ->
          shortList(items)
              .ifPresentOrElse(
                  out::append, () -> group('[', items, depth, item -> value(item, depth + 1), ']'));
      case Value.Fields(var fields) ->
          group(
              '{',
              fields.entrySet(),
              depth,
              field -> {
                out.append(JsonWriter.write(Value.of(field.getKey()))).append(": ");
                value(field.getValue(), depth + 1);
              },
              '}');
      case Value.Null _, Value.Bool _, Decimal _, Value.Text _ ->
          out.append(JsonWriter.write(value));
    }
  }

  private static Optional<String> shortList(List<Value> items) {
    if (items.stream()
        .anyMatch(item -> item instanceof Value.Items || item instanceof Value.Fields)) {
      return Optional.empty();
    }
    var line = items.stream().map(JsonWriter::write).collect(Collectors.joining(", ", "[", "]"));
    return Optional.of(line).filter(text -> text.length() <= SHORT);
  }

  private <T> void group(char open, Collection<T> all, int depth, Consumer<T> write, char close) {
    out.append(open);
    var between = "";
    for (var one : all) {
      out.append(between);
      line(depth + 1);
      write.accept(one);
      between = ",";
    }
    if (!all.isEmpty()) {
      line(depth);
    }
    out.append(close);
  }

  private void line(int depth) {
    out.append('\n').append("  ".repeat(depth));
  }
}
