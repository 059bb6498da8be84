package parley.fake.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import parley.engine.function.Surroundings;
import parley.model.value.Decimal;
import parley.model.value.Value;

/**
 * Makes one value, which may yet break a rule that is not looked at here: others are tried then.
 */
final class Shaping {

  /** From here on nothing is made that need not be. */
  static final int DEEP = 4;

  private static final int TOO_DEEP = 24;

  private static final List<String> TYPES =
      List.of("string", "integer", "boolean", "object", "array", "number", "null");

  private final Documents documents;
  private final Surroundings in;

  Shaping(Documents documents, Surroundings in) {
    this.documents = documents;
    this.in = in;
  }

  Surroundings in() {
    return in;
  }

  RandomGenerator random() {
    return in.random();
  }

  <T> T any(List<T> choices) {
    return choices.get(random().nextInt(choices.size()));
  }

  /**
   * A value for a schema; empty when none can be made.
   *
   * @param name of the field that it is for; empty for the whole
   */
  Optional<Value> value(Value schema, String name, int depth) {
    return depth > TOO_DEEP
        ? Optional.empty()
        : settled(Rules.of(schema), depth, new LinkedHashSet<>())
            .flatMap(rules -> value(rules, name, depth));
  }

  /** With what it refers to, all of {@code allOf}, and one of each choice. */
  private Optional<Rules> settled(Rules rules, int depth, Set<String> seen) {
    if (rules.has("$ref") || rules.has("$dynamicRef")) {
      var key = rules.has("$ref") ? "$ref" : "$dynamicRef";
      var reference = rules.text(key).orElse("");
      return seen.add(reference)
          ? documents
              .resolve(reference)
              .flatMap(to -> settled(rules.without(key).and(Rules.of(to)), depth, seen))
          : Optional.empty();
    }
    if (rules.has("allOf")) {
      var all = Optional.of(rules.without("allOf"));
      for (var part : rules.items("allOf")) {
        all =
            all.flatMap(so ->
                settled(Rules.of(part), depth, new LinkedHashSet<>(seen))
                    .map(more -> so.and(more)));
      }
      return all.flatMap(so -> settled(so, depth, seen));
    }
    for (var choice : List.of("oneOf", "anyOf")) {
      if (rules.has(choice)) {
        var one = Rules.of(chosen(rules.items(choice), depth));
        return settled(rules.without(choice).and(one), depth, seen);
      }
    }
    return rules.has("if")
        ? settled(decided(rules), depth, seen)
        : rules.has(Rules.IMPOSSIBLE) ? Optional.empty() : Optional.of(rules);
  }

  /** Deep down the choices that lead no deeper are taken. */
  private Value chosen(List<Value> choices, int depth) {
    var plain =
        depth < DEEP ? choices : choices.stream().filter(one -> !Documents.refers(one)).toList();
    return any(plain.isEmpty() ? choices : plain);
  }

  private Rules decided(Rules rules) {
    var plain = rules.without("if").without("then").without("else");
    var then = rules.get("then").map(Rules::of).orElseGet(() -> new Rules(Map.of()));
    var otherwise = rules.get("else").map(Rules::of).orElseGet(() -> new Rules(Map.of()));
    return random().nextBoolean()
        ? plain.and(Rules.of(rules.get("if").orElseThrow())).and(then)
        : plain.and(otherwise);
  }

  private Optional<Value> value(Rules rules, String name, int depth) {
    if (rules.has("const")) {
      return rules.get("const");
    }
    for (var given : List.of("enum", "examples")) {
      if (rules.has(given)) {
        var choices = rules.items(given);
        return choices.isEmpty() ? Optional.empty() : Optional.of(any(choices));
      }
    }
    return type(rules, name).flatMap(type -> value(type, rules, name, depth));
  }

  private Optional<Value> value(String type, Rules rules, String name, int depth) {
    return switch (type) {
      case "object" -> new Objects(this, rules, depth).make();
      case "array" -> new Arrays(this, rules, name, depth).make();
      case "string" -> new Texts(this, rules, name).make();
      case "integer", "number" -> new Numbers(this, rules, name).make(type.equals("integer"));
      case "boolean" -> Optional.of(Value.of(random().nextBoolean()));
      default -> Optional.of(Value.NULL);
    };
  }

  /** Something rather than nothing, where both will do. */
  private Optional<String> type(Rules rules, String name) {
    if (rules.has("type")) {
      var types = rules.types().stream().filter(TYPES::contains).toList();
      var some = types.stream().filter(one -> !one.equals("null")).toList();
      return types.isEmpty() ? Optional.empty() : Optional.of(any(some.isEmpty() ? types : some));
    }
    return Optional.of(guessed(rules, name));
  }

  private String guessed(Rules rules, String name) {
    if (rules.has("properties") || rules.has("required") || rules.has("minProperties")) {
      return "object";
    }
    if (rules.has("items")
        || rules.has("prefixItems")
        || rules.has("minItems")
        || rules.has("contains")) {
      return "array";
    }
    var ofNumber =
        List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");
    if (ofNumber.stream().anyMatch(rules::has)) {
      return "number";
    }
    return Texts.named(name, in).filter(Decimal.class::isInstance).isPresent()
        ? "number"
        : "string";
  }
}
