package parley.engine.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import parley.model.value.Value;

/** Puts a value in place of the nodes that a path found. */
final class PathReplacement {

  private final Set<String> places;
  private final Value by;

  PathReplacement(Nodes nodes, Value by) {
    this.places = nodes.all().stream().map(Located::path).collect(Collectors.toSet());
    this.by = by;
  }

  Value in(Located node) {
    return places.contains(node.path()) ? by : inside(node);
  }

  private Value inside(Located node) {
    return switch (node.value()) {
      case Value.Items(var all) -> {
        var items = new ArrayList<Value>();
        all.forEach(item -> items.add(in(node.element(items.size(), item))));
        yield Value.of(items);
      }
      case Value.Fields(var all) -> {
        var fields = new LinkedHashMap<String, Value>();
        all.forEach((name, value) -> fields.put(name, in(node.member(name, value))));
        yield Value.of(fields);
      }
      case Value leaf -> leaf;
    };
  }
}
