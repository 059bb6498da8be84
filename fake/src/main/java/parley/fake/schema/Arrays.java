package parley.fake.schema;

import java.util.ArrayList;
import java.util.Optional;
import parley.model.value.Value;

/** Lists: one to three items where the schema does not say how many. */
record Arrays(Shaping shaping, Rules rules, String name, int depth) {

  private static final Value ANY = Value.of(true);
  private static final int TRIES = 20;

  Optional<Value> make() {
    var made = new ArrayList<Value>();
    var first = rules.items("prefixItems");
    var count = count(first.size());
    for (var i = 0; made.size() < count && i < count + TRIES; i++) {
      var place = made.size();
      var schema = place < first.size() ? first.get(place) : rules.get("items").orElse(ANY);
      var item = shaping.value(schema, singular(name), depth + 1);
      if (item.isEmpty()) {
        break;
      }
      if (!isUnique() || !made.contains(item.get())) {
        made.add(item.get());
      }
    }
    contain(made);
    return made.size() < rules.count("minItems", 0)
        ? Optional.empty()
        : Optional.of(Value.of(made));
  }

  private int count(int first) {
    var least = rules.count("minItems", 0);
    var most = rules.count("maxItems", Math.max(least, Math.max(first, 3)));
    if (depth >= Shaping.DEEP) {
      return Math.min(Math.max(least, first), most);
    }
    var usual = Math.max(least, Math.max(first, 1));
    return usual >= most
        ? Math.min(usual, most)
        : shaping.random().nextInt(usual, Math.min(most, usual + 2) + 1);
  }

  private boolean isUnique() {
    return Value.of(true).equals(rules.get("uniqueItems").orElse(Value.NULL));
  }

  /** As many as have to be in it, in place of the last ones or behind them. */
  private void contain(ArrayList<Value> made) {
    if (!rules.has("contains")) {
      return;
    }
    var needed = rules.count("minContains", 1);
    var most = rules.count("maxItems", Integer.MAX_VALUE);
    for (var i = 0; i < needed; i++) {
      var item = shaping.value(rules.get("contains").orElseThrow(), singular(name), depth + 1);
      if (made.size() >= most && made.size() > i) {
        made.removeFirst();
      }
      item.ifPresent(made::add);
    }
  }

  /** What one of several is called. */
  private static String singular(String several) {
    if (several.endsWith("ies")) {
      return several.substring(0, several.length() - 3) + "y";
    }
    return several.endsWith("s") ? several.substring(0, several.length() - 1) : several;
  }
}
