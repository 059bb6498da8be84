package parley.fake.schema;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parley.engine.schema.SchemaFiles;
import parley.model.value.Value;

/** A schema and all that it refers to. What a reference leads to is found by its absolute form. */
final class Documents {

  private static final String ROOT = "file:///";

  private final Map<URI, Value> found = new HashMap<>();
  private final Value root;

  Documents(Value schema, String path, SchemaFiles files) {
    root = add(schema, URI.create(ROOT).resolve(path.replace('\\', '/').replace(" ", "%20")));
    var waiting = new ArrayDeque<Value>(List.of(root));
    while (!waiting.isEmpty()) {
      references(waiting.pop())
          .map(reference -> bare(URI.create(reference)))
          .filter(name -> "file".equals(name.getScheme()) && !found.containsKey(name))
          .toList()
          .forEach(name -> load(name, files).ifPresent(waiting::add));
    }
  }

  private Optional<Value> load(URI name, SchemaFiles files) {
    var path = URI.create(ROOT).relativize(name).getPath();
    return !found.containsKey(name)
            && files.load(path) instanceof SchemaFiles.Loading.Loaded(var schema)
        ? Optional.of(add(schema, name))
        : Optional.empty();
  }

  /** All references in an absolute document. */
  private static Stream<String> references(Value value) {
    return switch (value) {
      case Value.Fields(var all) ->
          all.entrySet().stream()
              .flatMap(one ->
                  isReference(one.getKey()) && one.getValue() instanceof Value.Text(var text)
                      ? Stream.of(text)
                      : references(one.getValue()));
      case Value.Items(var all) -> all.stream().flatMap(Documents::references);
      case Value _ -> Stream.empty();
    };
  }

  private static boolean isReference(String keyword) {
    return keyword.equals("$ref") || keyword.equals("$dynamicRef");
  }

  /** Whether it refers to something anywhere. */
  static boolean refers(Value schema) {
    return references(schema).findAny().isPresent();
  }

  /** The schema itself, all its references absolute. */
  Value root() {
    return root;
  }

  /** What an absolute reference leads to; empty where there is nothing. */
  Optional<Value> resolve(String reference) {
    var uri = URI.create(reference);
    return Optional.ofNullable(found.get(bare(uri)))
        .flatMap(it -> part(it, Optional.ofNullable(uri.getFragment())));
  }

  private Value add(Value schema, URI name) {
    var absolute = absolute(schema, name);
    found.put(name, absolute);
    return absolute;
  }

  /** The same with absolute references, relative to the name that it or what is around it has. */
  private Value absolute(Value value, URI outer) {
    return switch (value) {
      case Value.Items(var all) -> Value.of(all.stream().map(one -> absolute(one, outer)).toList());
      case Value.Fields(var all) -> {
        var base = id(all, outer);
        var fields = new LinkedHashMap<String, Value>();
        all.forEach((name, one) -> fields.put(name, member(name, one, base)));
        var made = Value.of(fields);
        if (!base.equals(outer)) {
          found.put(base, made);
        }
        yield made;
      }
      case Value plain -> plain;
    };
  }

  private static URI id(Map<String, Value> schema, URI outer) {
    return schema.get("$id") instanceof Value.Text(var id) ? bare(outer.resolve(id)) : outer;
  }

  private Value member(String name, Value value, URI base) {
    return switch (name) {
      case "$ref", "$dynamicRef" ->
          value instanceof Value.Text(var text)
              ? Value.of(base.resolve(text).toString())
              : absolute(value, base);
      case "const", "enum", "examples", "default" -> value;
      default -> absolute(value, base);
    };
  }

  private static URI bare(URI uri) {
    var text = uri.toString();
    var fragment = text.indexOf('#');
    return fragment < 0 ? uri : URI.create(text.substring(0, fragment));
  }

  private static Optional<Value> part(Value document, Optional<String> fragment) {
    var text = fragment.orElse("");
    if (text.isEmpty()) {
      return Optional.of(document);
    }
    return text.startsWith("/") ? pointed(document, text) : anchored(document, text);
  }

  /** RFC 6901. */
  private static Optional<Value> pointed(Value document, String pointer) {
    var at = Optional.of(document);
    for (var step : pointer.substring(1).split("/", -1)) {
      at = at.flatMap(value -> child(value, step.replace("~1", "/").replace("~0", "~")));
    }
    return at;
  }

  private static Optional<Value> child(Value value, String name) {
    return switch (value) {
      case Value.Fields(var all) -> Optional.ofNullable(all.get(name));
      case Value.Items(var all) when name.matches("\\d{1,6}") ->
          Integer.parseInt(name) < all.size()
              ? Optional.of(all.get(Integer.parseInt(name)))
              : Optional.empty();
      case Value _ -> Optional.empty();
    };
  }

  private static Optional<Value> anchored(Value document, String anchor) {
    return switch (document) {
      case Value.Fields(var all) -> {
        var named = Value.of(anchor);
        yield named.equals(all.get("$anchor")) || named.equals(all.get("$dynamicAnchor"))
            ? Optional.of(document)
            : first(new ArrayList<>(all.values()), anchor);
      }
      case Value.Items(var all) -> first(all, anchor);
      case Value _ -> Optional.empty();
    };
  }

  private static Optional<Value> first(List<Value> values, String anchor) {
    return values.stream().flatMap(one -> anchored(one, anchor).stream()).findFirst();
  }
}
