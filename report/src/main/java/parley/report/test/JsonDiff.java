package parley.report.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.outcome.CheckOutcome;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.report.Redaction;

/** Where two values differ, as the lines of both laid out with what is the same left out. */
public final class JsonDiff {

  /** How a line stands in the two values. */
  public enum Side {
    BOTH,
    EXPECTED,
    FOUND,
    /** Stands for lines that are the same. */
    SAME
  }

  /** A line without its indent, which is two columns for each of {@code depth}. */
  public record Line(Side side, int depth, String text) {}

  private final List<Line> lines = new ArrayList<>();
  private final boolean onlyExpected;

  private JsonDiff(boolean onlyExpected) {
    this.onlyExpected = onlyExpected;
  }

  /** Of two groups of JSON that should be equal, or one in the other, without their secrets. */
  public static Optional<List<Line>> of(CheckOutcome check, Redaction redaction) {
    var expected = redaction.in(check.expected());
    var space = expected.indexOf(' ');
    var operator = space < 0 ? "" : expected.substring(0, space);
    var contained = operator.equals("json-contains");
    if (!contained && !operator.equals("equals")) {
      return Optional.empty();
    }
    return group(expected.substring(space + 1))
        .flatMap(
            left -> group(redaction.in(check.found())).map(right -> lines(left, right, contained)));
  }

  private static Optional<Value> group(String text) {
    return JsonReader.read(text) instanceof JsonReading.Read(var value) && isGroup(value)
        ? Optional.of(value)
        : Optional.empty();
  }

  private static boolean isGroup(Value value) {
    return value instanceof Value.Fields || value instanceof Value.Items;
  }

  /** The lines of both values. */
  static List<Line> of(Value expected, Value found) {
    return lines(expected, found, false);
  }

  /** The lines of the expected value, and of the found one where it differs in what it has. */
  static List<Line> ofContained(Value expected, Value found) {
    return lines(expected, found, true);
  }

  private static List<Line> lines(Value expected, Value found, boolean onlyExpected) {
    var diff = new JsonDiff(onlyExpected);
    diff.values(0, "", expected, found);
    return List.copyOf(diff.lines);
  }

  private void values(int depth, String prefix, Value expected, Value found) {
    if (expected instanceof Value.Fields left && found instanceof Value.Fields right) {
      add(Side.BOTH, depth, prefix + "{");
      fields(depth + 1, left.all(), right.all());
      add(Side.BOTH, depth, "}");
    } else if (expected instanceof Value.Items left && found instanceof Value.Items right) {
      add(Side.BOTH, depth, prefix + "[");
      items(depth + 1, left.all(), right.all());
      add(Side.BOTH, depth, "]");
    } else {
      add(Side.EXPECTED, depth, prefix + JsonWriter.write(expected));
      add(Side.FOUND, depth, prefix + JsonWriter.write(found));
    }
  }

  private void fields(int depth, Map<String, Value> expected, Map<String, Value> found) {
    var same = 0;
    for (var field : expected.entrySet()) {
      var other = found.get(field.getKey());
      if (field.getValue().equals(other)) {
        same++;
      } else {
        same = flush(depth, same);
        field(depth, field.getKey(), field.getValue(), other);
      }
    }
    flush(depth, same);
    if (!onlyExpected) {
      found.forEach((name, value) -> {
        if (!expected.containsKey(name)) {
          add(Side.FOUND, depth, name(name) + JsonWriter.write(value));
        }
      });
    }
  }

  private void field(int depth, String name, Value expected, @Nullable Value found) {
    if (found == null) {
      add(Side.EXPECTED, depth, name(name) + JsonWriter.write(expected));
    } else {
      values(depth, name(name), expected, found);
    }
  }

  private static String name(String name) {
    return JsonWriter.write(Value.of(name)) + ": ";
  }

  /** What both begin and end with is the same; between, items are compared one by one. */
  private void items(int depth, List<Value> expected, List<Value> found) {
    var start = 0;
    var least = Math.min(expected.size(), found.size());
    while (start < least && expected.get(start).equals(found.get(start))) {
      start++;
    }
    var end = 0;
    while (end < least - start
        && expected.get(expected.size() - 1 - end).equals(found.get(found.size() - 1 - end))) {
      end++;
    }
    flush(depth, start);
    between(
        depth,
        expected.subList(start, expected.size() - end),
        found.subList(start, found.size() - end));
    flush(depth, end);
  }

  private void between(int depth, List<Value> expected, List<Value> found) {
    var both = Math.min(expected.size(), found.size());
    for (var i = 0; i < both; i++) {
      values(depth, "", expected.get(i), found.get(i));
    }
    expected.stream()
        .skip(both)
        .forEach(value -> add(Side.EXPECTED, depth, JsonWriter.write(value)));
    if (!onlyExpected) {
      found.stream().skip(both).forEach(value -> add(Side.FOUND, depth, JsonWriter.write(value)));
    }
  }

  private int flush(int depth, int same) {
    if (same > 0) {
      add(Side.SAME, depth, "… " + same + " the same");
    }
    return 0;
  }

  private void add(Side side, int depth, String text) {
    lines.add(new Line(side, depth, text));
  }
}
