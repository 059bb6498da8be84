package parley.mock.auto;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import parley.model.value.Value;

/**
 * How much a message is like an example: by what kind it says it is, by its names, by its values.
 */
final class Likeness {

  private static final double LEAST = 0.5;
  private static final double SAME_VALUE = 1;
  private static final double SAME_KIND = 0.8;
  private static final double OTHER_KIND = 0.3;

  private Likeness() {}

  /** Above 0, and the more the more alike; empty when they are different things. */
  static OptionalDouble of(Value example, Value message) {
    if (example instanceof Value.Fields(var expected)
        && message instanceof Value.Fields(var found)) {
      return ofFields(expected, found);
    }
    if (example instanceof Value.Items && message instanceof Value.Items) {
      var likeness = alike(example, message);
      return likeness >= LEAST ? OptionalDouble.of(likeness) : OptionalDouble.empty();
    }
    return example.equals(message) ? OptionalDouble.of(SAME_VALUE) : OptionalDouble.empty();
  }

  private static OptionalDouble ofFields(Map<String, Value> expected, Map<String, Value> found) {
    var told = false;
    for (var one : expected.entrySet()) {
      if (FieldNames.isTelling(one.getKey()) && one.getValue() instanceof Value.Text) {
        if (!one.getValue().equals(found.get(one.getKey()))) {
          return OptionalDouble.empty();
        }
        told = true;
      }
    }
    var likeness = alike(expected, found);
    return told || likeness >= LEAST
        ? OptionalDouble.of(likeness + (told ? 1 : 0))
        : OptionalDouble.empty();
  }

  /** From 0 to 1. */
  private static double alike(Value one, Value other) {
    if (one instanceof Value.Fields(var first) && other instanceof Value.Fields(var second)) {
      return alike(first, second);
    }
    if (one instanceof Value.Items(var first) && other instanceof Value.Items(var second)) {
      var all = Math.max(first.size(), second.size());
      var both = 0.0;
      for (var i = 0; i < Math.min(first.size(), second.size()); i++) {
        both += alike(first.get(i), second.get(i));
      }
      return all == 0 ? 1 : both / all;
    }
    return one.equals(other) ? SAME_VALUE : one.kind() == other.kind() ? SAME_KIND : OTHER_KIND;
  }

  /** A message may say which one it is although the example does not. */
  private static double alike(Map<String, Value> one, Map<String, Value> other) {
    var all = new HashSet<>(one.keySet());
    all.addAll(other.keySet());
    all.removeIf(name -> FieldNames.isCorrelating(name) && !one.containsKey(name));
    var both = 0.0;
    for (var name : one.keySet()) {
      if (other.containsKey(name)) {
        both += alike(one.get(name), Objects.requireNonNull(other.get(name)));
      }
    }
    return all.isEmpty() ? 1 : both / all.size();
  }
}
