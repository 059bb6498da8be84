package parley.workbench.entry;

import java.util.List;
import java.util.Optional;
import parley.engine.path.PathReader;
import parley.engine.path.PathReading;
import parley.model.value.Decimal;
import parley.model.value.Value;

/** Finds a value by a JSONPath that begins with {@code $}, or by a pointer of RFC 6901. */
final class Pointers {

  private Pointers() {}

  static Optional<Value> find(Value root, String pointer) {
    return pointer.startsWith("$") ? byPath(root, pointer) : byPointer(root, pointer);
  }

  private static Optional<Value> byPath(Value root, String path) {
    return switch (PathReader.read(path)) {
      case PathReading.Read(var read, var _) -> read.find(root).values().stream().findFirst();
      case PathReading.Wrong _ -> Optional.empty();
    };
  }

  private static Optional<Value> byPointer(Value root, String pointer) {
    var value = Optional.of(root);
    for (var step : pointer.isEmpty() ? List.<String>of() : steps(pointer)) {
      value = value.flatMap(at -> child(at, step.replace("~1", "/").replace("~0", "~")));
    }
    return value;
  }

  private static List<String> steps(String pointer) {
    return List.of(pointer.substring(1).split("/", -1));
  }

  private static Optional<Value> child(Value value, String name) {
    return switch (value) {
      case Value.Fields(var all) -> Optional.ofNullable(all.get(name));
      case Value.Items(var all) ->
          name.matches("0|[1-9]\\d{0,8}") && Integer.parseInt(name) < all.size()
              ? Optional.of(all.get(Integer.parseInt(name)))
              : Optional.empty();
      case Value.Null _, Value.Bool _, Decimal _, Value.Text _ -> Optional.empty();
    };
  }
}
