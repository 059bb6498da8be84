package parley.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parley.files.collection.Explanation;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** Puts the variables of the command line in the place of those of files. */
final class ArgumentLines {

  private ArgumentLines() {}

  static List<Explanation> over(List<Explanation> lines, Map<String, Value> variables) {
    var all = new ArrayList<>(lines);
    variables.forEach((name, value) -> put(all, line(name, value)));
    return List.copyOf(all);
  }

  private static void put(List<Explanation> all, Explanation line) {
    for (var index = 0; index < all.size(); index++) {
      if (all.get(index).key().equals(line.key())) {
        all.set(index, line);
        return;
      }
    }
    all.add(line);
  }

  private static Explanation line(String name, Value value) {
    var shown = value instanceof Value.Text(var text) ? text : JsonWriter.write(value);
    return new Explanation(
        "variables." + name,
        SecretValues.isTelling(name) ? Explanation.HIDDEN : shown,
        new Explanation.Origin.Argument("--var"));
  }
}
