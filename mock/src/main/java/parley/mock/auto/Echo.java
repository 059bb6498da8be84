package parley.mock.auto;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import parley.model.value.Value;

/**
 * What an answer has from the message that it answers: the field that tells which request it was,
 * at the same path, and fields that both have by name.
 *
 * @param namedOrNull the names down to the one field that the file names; null for the usual ones
 */
record Echo(@Nullable List<String> namedOrNull) {

  /** The names of a path such as {@code $.meta.id}; empty for another kind of path. */
  static Optional<List<String>> names(String path) {
    return path.matches("\\$(\\.[\\p{L}_][\\p{L}\\p{N}_-]*)+")
        ? Optional.of(List.of(path.substring(2).split("\\.")))
        : Optional.empty();
  }

  /**
   * The answer with all of it.
   *
   * @param shared whether a field of that name has the same value in both
   * @param allowed whether an answer may be so
   */
  Value in(Value answer, Value message, Predicate<String> shared, Predicate<Value> allowed) {
    var echoed = new Value[] {answer};
    UnaryOperator<Value> tried = changed -> allowed.test(changed) ? changed : echoed[0];
    scalars(message)
        .forEach((name, value) -> {
          if (shared.test(name) && !FieldNames.isTelling(name) && !isCorrelating(name)) {
            echoed[0] = tried.apply(replaced(echoed[0], name, value));
          }
        });
    for (var path : correlated(message)) {
      var value = at(message, path);
      if (value.isPresent() && shared.test(path.getLast())) {
        echoed[0] = tried.apply(put(echoed[0], path, value.get()));
      }
    }
    return echoed[0];
  }

  private boolean isCorrelating(String name) {
    return namedOrNull == null && FieldNames.isCorrelating(name);
  }

  private List<List<String>> correlated(Value message) {
    if (namedOrNull != null) {
      return List.of(namedOrNull);
    }
    return message instanceof Value.Fields(var all)
        ? all.keySet().stream().filter(FieldNames::isCorrelating).map(List::of).toList()
        : List.of();
  }

  private static Optional<Value> at(Value value, List<String> path) {
    var found = Optional.of(value);
    for (var name : path) {
      found =
          found.flatMap(it ->
              it instanceof Value.Fields(var all)
                  ? Optional.ofNullable(all.get(name))
                  : Optional.empty());
    }
    return found;
  }

  /** Only objects have fields; those on the way are made. */
  private static Value put(Value into, List<String> path, Value value) {
    if (path.isEmpty()) {
      return value;
    }
    if (!(into instanceof Value.Fields(var all))) {
      return into;
    }
    var fields = new LinkedHashMap<>(all);
    var inner = fields.getOrDefault(path.getFirst(), Value.of(Map.of()));
    fields.put(path.getFirst(), put(inner, path.subList(1, path.size()), value));
    return Value.of(fields);
  }

  /** The plain fields of a message at any depth, by their names; of several the outermost. */
  static Map<String, Value> scalars(Value message) {
    var found = new LinkedHashMap<String, Value>();
    collect(message, found);
    return found;
  }

  private static void collect(Value value, Map<String, Value> found) {
    if (value instanceof Value.Fields(var all)) {
      all.forEach((name, one) -> {
        if (isPlain(one)) {
          found.putIfAbsent(name, one);
        }
      });
      all.values().forEach(one -> collect(one, found));
    }
  }

  private static boolean isPlain(Value value) {
    return !(value instanceof Value.Fields || value instanceof Value.Items);
  }

  /** Where fields of that name are plain, they are that value. */
  private static Value replaced(Value in, String name, Value by) {
    if (!(in instanceof Value.Fields(var all))) {
      return in;
    }
    var fields = new LinkedHashMap<String, Value>();
    all.forEach((key, value) ->
        fields.put(key, key.equals(name) && isPlain(value) ? by : replaced(value, name, by)));
    return Value.of(fields);
  }
}
