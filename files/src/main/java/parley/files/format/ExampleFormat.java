package parley.files.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.files.shape.JsonShape;
import parley.files.shape.Key;
import parley.files.shape.MapShape;
import parley.files.shape.Reading;
import parley.files.shape.SchemaNames;
import parley.files.shape.Shape;
import parley.files.yaml.Node;
import parley.model.collection.Example;
import parley.model.collection.Json;

/**
 * A file with examples: a request with its answer, a list of these, or only an answer, to messages
 * of the type that the file is called after.
 */
record ExampleFormat() implements Shape<List<Example>> {

  private static final JsonShape JSON = new JsonShape(Example.BLANK);

  private static final Key<Json> REQUEST =
      Key.<Json>of("request", new JsonShape(), "A message as a client may send it.").needed();
  private static final Key<Json> ANSWER =
      Key.<Json>of("answer", JSON, "What answers it; a value that is left out is filled.").needed();

  private static final MapShape<Example> PAIR =
      MapShape.of(
          "an example",
          "A message and what answers it.",
          List.of(REQUEST, ANSWER),
          v -> new Example(name(v.reading().file()), v.get(REQUEST), v.get(ANSWER), v.at()));

  @Override
  public Optional<List<Example>> read(Node node, Reading reading) {
    return switch (node) {
      case Node.Sequence list ->
          Optional.of(
              list.items().stream().flatMap(one -> PAIR.read(one, reading).stream()).toList());
      case Node.Mapping map when isPair(map) -> PAIR.read(map, reading).map(List::of);
      case Node.Mapping _, Node.Scalar _ ->
          JSON.read(node, reading)
              .map(answer -> List.of(new Example(name(reading.file()), null, answer, node.at())));
    };
  }

  private static boolean isPair(Node.Mapping map) {
    return map.entries().stream()
        .anyMatch(one -> one.name().equals("request") || one.name().equals("answer"));
  }

  private static String name(Path file) {
    var name = String.valueOf(file.getFileName());
    return name.substring(0, name.lastIndexOf('.'));
  }

  @Override
  public String expected() {
    return "an example, or a list of them";
  }

  @Override
  public Map<String, Object> schema(SchemaNames names) {
    return PAIR.schema(names);
  }
}
