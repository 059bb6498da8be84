package parley.fake.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import parley.model.value.Value;

/** Objects: all properties that the schema names, and deep down those that have to be. */
record Objects(Shaping shaping, Rules rules, int depth) {

  private static final Value ANY = Value.of(true);

  Optional<Value> make() {
    var required = rules.texts("required");
    var properties = rules.fields("properties");
    var made = new LinkedHashMap<String, Value>();
    for (var one : properties.entrySet()) {
      var name = one.getKey();
      var needed = required.contains(name);
      if (needed || depth < Shaping.DEEP) {
        var value = shaping.value(one.getValue(), name, depth + 1);
        if (value.isEmpty() && needed) {
          return Optional.empty();
        }
        value.ifPresent(it -> made.put(name, it));
      }
    }
    for (var name : required) {
      if (!properties.containsKey(name)) {
        var value = shaping.value(other(name), name, depth + 1);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        made.put(name, value.get());
      }
    }
    fillUp(made);
    return Optional.of(Value.of(dropped(made, required::contains)));
  }

  /** What a property that is not named has to follow. */
  private Value other(String name) {
    return rules.fields("patternProperties").entrySet().stream()
        .filter(one -> Texts.isFound(one.getKey(), name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> rules.get("additionalProperties").orElse(ANY));
  }

  private void fillUp(Map<String, Value> made) {
    var least = Math.min(rules.count("minProperties", 0), 1000);
    for (var tries = 0; made.size() < least && tries < 2 * least; tries++) {
      var name = name(made.size());
      shaping.value(other(name), name, depth + 1).ifPresent(value -> made.put(name, value));
    }
  }

  private String name(int number) {
    var pattern = rules.fields("patternProperties").keySet().stream().findFirst();
    return pattern
        .flatMap(it -> Texts.matching(it, shaping.random()))
        .map(it -> Texts.isFound(pattern.get(), it + number) ? it + number : it)
        .or(() -> rules.get("propertyNames").flatMap(this::text))
        .orElse("field" + (number + 1));
  }

  private Optional<String> text(Value schema) {
    return shaping.value(schema, "word", depth + 1).orElse(Value.NULL)
            instanceof Value.Text(var text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private Map<String, Value> dropped(Map<String, Value> made, Predicate<String> needed) {
    var most = rules.count("maxProperties", Integer.MAX_VALUE);
    var names = made.keySet().stream().filter(needed.negate()).toList().reversed();
    for (var name : names) {
      if (made.size() > most) {
        made.remove(name);
      }
    }
    return made;
  }
}
