package parley.runner.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.engine.path.Located;
import parley.model.value.Value;

/**
 * A place where two values differ.
 *
 * @param expectedOrNull null where nothing should be
 * @param foundOrNull null where nothing is
 */
record ValueDifference(String path, @Nullable Value expectedOrNull, @Nullable Value foundOrNull) {

  /** All of them, in the order of the expected value. */
  static List<ValueDifference> of(Value expected, Value found) {
    var all = new ArrayList<ValueDifference>();
    compare("$", expected, found, all);
    return List.copyOf(all);
  }

  private static void compare(
      String path, @Nullable Value expected, @Nullable Value found, List<ValueDifference> all) {
    if (expected instanceof Value.Fields left && found instanceof Value.Fields right) {
      fields(path, left, right, all);
    } else if (expected instanceof Value.Items left && found instanceof Value.Items right) {
      items(path, left.all(), right.all(), all);
    } else if (expected == null || !expected.equals(found)) {
      all.add(new ValueDifference(path, expected, found));
    }
  }

  private static void fields(
      String path, Value.Fields expected, Value.Fields found, List<ValueDifference> all) {
    expected
        .all()
        .forEach(
            (name, value) -> compare(path + Located.step(name), value, found.all().get(name), all));
    found
        .all()
        .forEach((name, value) -> {
          if (!expected.all().containsKey(name)) {
            compare(path + Located.step(name), null, value, all);
          }
        });
  }

  private static void items(
      String path, List<Value> expected, List<Value> found, List<ValueDifference> all) {
    var pairs =
        Alignment.of(
            expected.size(),
            found.size(),
            (left, right) -> expected.get(left).equals(found.get(right)),
            (left, right) ->
                Likeness.of(
                    new Plain(Plain.Form.JSON, expected.get(left)),
                    new Plain(Plain.Form.JSON, found.get(right))));
    for (var pair : pairs) {
      if (!pair.equal()) {
        var index = pair.left() >= 0 ? pair.left() : pair.right();
        compare(
            path + "[" + index + "]",
            pair.left() < 0 ? null : expected.get(pair.left()),
            pair.right() < 0 ? null : found.get(pair.right()),
            all);
      }
    }
  }
}
