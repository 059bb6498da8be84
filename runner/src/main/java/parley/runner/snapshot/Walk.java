package parley.runner.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import parley.engine.path.Located;
import parley.model.value.Value;

/** Goes through a value and replaces parts of it. */
final class Walk {

  /** Says what stands in place of a value; nothing when it is as it is, and its parts are next. */
  interface Change {
    Optional<Value> of(String path, Value value);
  }

  /** Stands for a value that is left out. */
  static final Value GONE = Value.of("\uFFFF\uFFFF");

  private Walk() {}

  @SuppressWarnings("ReferenceEquality")
  private static boolean isGone(Value value) {
    return value == GONE;
  }

  static Value of(Value root, Change change) {
    return of("$", root, change);
  }

  private static Value of(String path, Value value, Change change) {
    var changed = change.of(path, value);
    if (changed.isPresent()) {
      return changed.get();
    }
    return switch (value) {
      case Value.Fields fields -> fields(path, fields, change);
      case Value.Items items -> items(path, items, change);
      case Value _ -> value;
    };
  }

  private static Value fields(String path, Value.Fields fields, Change change) {
    var all = new LinkedHashMap<String, Value>();
    fields
        .all()
        .forEach((name, value) -> {
          var now = of(path + Located.step(name), value, change);
          if (!isGone(now)) {
            all.put(name, now);
          }
        });
    return Value.of(all);
  }

  private static Value items(String path, Value.Items items, Change change) {
    var all = new ArrayList<Value>();
    for (var i = 0; i < items.all().size(); i++) {
      var now = of(path + "[" + i + "]", items.all().get(i), change);
      if (!isGone(now)) {
        all.add(now);
      }
    }
    return Value.of(all);
  }
}
