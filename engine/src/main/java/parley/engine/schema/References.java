package parley.engine.schema;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.model.value.Value;

/** Gathers the files that a schema refers to, and those that they refer to. */
final class References {

  private static final String OFFICIAL = "json-schema.org";

  private final SchemaFiles files;
  private final Map<URI, Value> gathered = new LinkedHashMap<>();
  private final Set<URI> known = new LinkedHashSet<>();
  private final Deque<Document> waiting = new ArrayDeque<>();
  private @Nullable String problem;

  References(SchemaFiles files) {
    this.files = files;
  }

  /** A schema, where its file is, and what its references are relative to. */
  private record Document(Value schema, URI file, URI base) {}

  /** What cannot be read, after {@link #gather}. */
  Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  /** All schemas that {@code schema} in {@code file} needs, by the names they are referred to. */
  Map<URI, Value> gather(Value schema, URI file) {
    add(schema, file, file);
    while (problem == null && !waiting.isEmpty()) {
      var document = waiting.pop();
      walk(document.schema(), document);
    }
    return gathered;
  }

  private void add(Value schema, URI file, URI name) {
    known.add(name);
    var base = id(schema).map(name::resolve).orElse(name);
    identify(schema, base);
    waiting.add(new Document(schema, file, base));
  }

  /** The names that parts of a document have themselves. */
  private void identify(Value value, URI base) {
    switch (value) {
      case Value.Fields(var all) -> {
        id(value).map(base::resolve).map(References::bare).ifPresent(known::add);
        all.values().forEach(member -> identify(member, base));
      }
      case Value.Items(var all) -> all.forEach(item -> identify(item, base));
      case Value _ -> {}
    }
  }

  private static Optional<URI> id(Value value) {
    return value instanceof Value.Fields(var all) ? uri(all.get("$id")) : Optional.empty();
  }

  private static Optional<URI> uri(@Nullable Value value) {
    try {
      return value instanceof Value.Text(var text) ? Optional.of(new URI(text)) : Optional.empty();
    } catch (java.net.URISyntaxException wrong) {
      return Optional.empty();
    }
  }

  private void walk(Value value, Document in) {
    switch (value) {
      case Value.Fields(var all) -> {
        uri(all.get("$ref")).ifPresent(reference -> follow(reference, in));
        all.values().forEach(member -> walk(member, in));
      }
      case Value.Items(var all) -> all.forEach(item -> walk(item, in));
      case Value _ -> {}
    }
  }

  private void follow(URI reference, Document in) {
    var name = bare(in.base().resolve(reference));
    if (isHere(reference) || known.contains(name) || OFFICIAL.equals(name.getHost())) {
      return;
    }
    if (reference.isAbsolute()) {
      problem = "refers to `%s`, which is not fetched; put it into a file".formatted(reference);
      return;
    }
    var file = bare(in.file().resolve(reference));
    var path = file.getPath().substring(1);
    switch (files.load(path)) {
      case SchemaFiles.Loading.Loaded(var schema) -> {
        gathered.put(name, schema);
        add(schema, file, name);
      }
      case SchemaFiles.Loading.Missing(var why) ->
          problem = "refers to `%s`: %s".formatted(reference, why);
    }
  }

  /** Whether it is a place in the same document. */
  private static boolean isHere(URI reference) {
    return reference.toString().isEmpty() || reference.toString().startsWith("#");
  }

  /** Without the place in the document. */
  private static URI bare(URI uri) {
    var text = uri.toString();
    var fragment = text.indexOf('#');
    return fragment < 0 ? uri : URI.create(text.substring(0, fragment));
  }

  /** The name of a file: steps to the folder above stay steps of the path. */
  static URI named(String path) {
    var name = new StringBuilder("parley:");
    for (var step : path.split("/", -1)) {
      name.append('/').append(step.equals("..") ? "%2E%2E" : encoded(step));
    }
    return URI.create(name.toString());
  }

  private static String encoded(String step) {
    var encoded = new StringBuilder();
    for (var octet : step.getBytes(StandardCharsets.UTF_8)) {
      var plain = octet > 0 && (Character.isLetterOrDigit(octet) || "-._".indexOf(octet) >= 0);
      encoded.append(
          plain ? String.valueOf((char) octet) : "%" + HexFormat.of().toHexDigits(octet));
    }
    return encoded.toString();
  }
}
