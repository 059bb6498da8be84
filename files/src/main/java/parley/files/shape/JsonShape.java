package parley.files.shape;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.files.yaml.Node;
import parley.files.yaml.Quoting;
import parley.files.yaml.Style;
import parley.model.collection.Json;
import parley.model.collection.Source;

/**
 * JSON written as YAML. A plain scalar that is a number, {@code true}, {@code false} or {@code
 * null} of JSON is one, and stays as written; all else is a string.
 *
 * @param nothing the literal that stands for a value that is left out
 */
public record JsonShape(String nothing) implements Shape<Json> {

  private static final Pattern LITERAL =
      Pattern.compile("true|false|null|-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?");

  /** A value that is left out is {@code null}. */
  public JsonShape() {
    this("null");
  }

  @Override
  public Optional<Json> read(Node node, Reading reading) {
    return Optional.of(
        switch (node) {
          case Node.Scalar scalar -> scalar(scalar);
          case Node.Sequence list -> items(list, reading);
          case Node.Mapping map -> members(map, reading);
        });
  }

  private Json scalar(Node.Scalar scalar) {
    if (scalar.isNothing()) {
      return new Json.Literal(nothing, scalar.at());
    }
    var plain = scalar.style() == Style.PLAIN;
    return plain && LITERAL.matcher(scalar.text()).matches()
        ? new Json.Literal(scalar.text(), scalar.at())
        : new Json.Text(scalar.source());
  }

  private Json items(Node.Sequence list, Reading reading) {
    var items = list.items().stream().flatMap(item -> read(item, reading).stream()).toList();
    return new Json.Items(items, list.at());
  }

  private Json members(Node.Mapping map, Reading reading) {
    return new Json.Members(
        map.entries().stream().map(entry -> member(entry, reading)).toList(), map.at());
  }

  private Json.Member member(Node.Entry entry, Reading reading) {
    UnknownKeys.missingSpace(entry)
        .ifPresent(hint ->
            reading
                .problems()
                .add(entry.key().at(), Quoting.shown(entry.name()), "a name and a value", hint));
    var name = new Source(entry.name(), entry.key().textAt());
    return new Json.Member(name, read(entry.value(), reading).orElseThrow());
  }

  @Override
  public String expected() {
    return "a JSON value";
  }

  @Override
  public Map<String, Object> schema(SchemaNames names) {
    return Map.of();
  }
}
