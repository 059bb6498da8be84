package parley.files.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parley.files.shape.Beside;
import parley.files.shape.JsonShape;
import parley.files.shape.Key;
import parley.files.shape.Reading;
import parley.files.shape.SchemaNames;
import parley.files.shape.Shape;
import parley.files.yaml.Node;
import parley.model.collection.Json;
import parley.model.collection.Step;

/**
 * The name of a variable with a list, and steps. Written by hand: one key is a name that the user
 * gives, beside one that is not.
 */
record ForEachShape() implements Shape<ForEachShape.Loop> {

  private static final String EXPECTED =
      "`steps:` and one name with a list, such as `{ item: \"{{list}}\", steps: [ ... ] }`";

  @Override
  public Optional<Loop> read(Node node, Reading reading) {
    if (!(node instanceof Node.Mapping map)) {
      return reading.unexpected(node, EXPECTED);
    }
    var names = map.entries().stream().filter(entry -> !entry.name().equals("steps")).toList();
    var steps = map.find("steps");
    if (names.size() != 1 || steps.isEmpty()) {
      reading
          .problems()
          .add(
              map.at(),
              "`"
                  + String.join("`, `", map.entries().stream().map(Node.Entry::name).toList())
                  + "`",
              EXPECTED);
      return Optional.empty();
    }
    var name = names.getFirst();
    var read = StepFormat.STEPS.read(steps.get(), reading);
    return new JsonShape()
        .read(name.value(), reading)
        .flatMap(list -> read.map(done -> new Loop(name.name(), list, done)));
  }

  @Override
  public String expected() {
    return EXPECTED;
  }

  @Override
  public Map<String, Object> schema(SchemaNames names) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    schema.put("properties", Map.of("steps", StepFormat.STEPS.schema(names)));
    schema.put("required", List.of("steps"));
    schema.put("minProperties", 2);
    schema.put("maxProperties", 2);
    return schema;
  }

  @Override
  public Stream<Key<?>> keys(Beside beside) {
    return beside.keys().contains("steps")
        ? Stream.empty()
        : Stream.of(Key.of("steps", StepFormat.STEPS, "What is done with each item."));
  }

  @Override
  public Stream<Shape<?>> behind(String key, Beside beside) {
    return Stream.of(key.equals("steps") ? StepFormat.STEPS : new JsonShape());
  }

  @Override
  public boolean isShort() {
    return false;
  }

  /** A list, the name for each of its items, and what is done with it. */
  record Loop(String item, Json list, List<Step> steps) {}
}
