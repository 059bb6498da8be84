package parley.files.format;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import parley.files.shape.Beside;
import parley.files.shape.Key;
import parley.files.shape.Offer;
import parley.files.shape.Reading;
import parley.files.shape.Scalars;
import parley.files.shape.SchemaNames;
import parley.files.shape.Shape;
import parley.files.yaml.Node;
import parley.files.yaml.Quoting;
import parley.model.collection.Check;
import parley.model.collection.Source;
import parley.model.collection.Subject;

/**
 * One check or a map of them. Written by hand: what a key may be is a small language, not a list of
 * names.
 */
record CheckShape() implements Shape<List<Check>> {

  @Override
  public Optional<List<Check>> read(Node node, Reading reading) {
    return switch (node) {
      case Node.Mapping map -> Optional.of(read(map, reading));
      case Node.Scalar scalar ->
          Scalars.EXPRESSION.read(scalar, reading).map(text -> List.of(new Check.Expression(text)));
      case Node.Sequence list -> reading.unexpected(node, expected());
    };
  }

  private static List<Check> read(Node.Mapping map, Reading reading) {
    var checks =
        map.entries().stream()
            .filter(entry -> !entry.name().equals(CheckFormat.MESSAGE.name()))
            .<Check>flatMap(entry -> read(entry, reading).stream())
            .toList();
    return map.entry(CheckFormat.MESSAGE.name())
        .map(entry -> told(entry, map.entries().size(), checks, reading))
        .orElse(checks);
  }

  private static List<Check> told(
      Node.Entry entry, int entries, List<Check> checks, Reading reading) {
    if (entries == 1) {
      reading
          .problems()
          .add(
              entry.key().at(),
              "a message alone",
              "a statement beside it that it is said of",
              "a field of the message is written `$.message`");
    }
    var message = CheckFormat.MESSAGE.shape().read(entry.value(), reading);
    return message
        .map(text -> checks.stream().<Check>map(check -> new Check.Told(check, text)).toList())
        .orElse(checks);
  }

  private static Optional<? extends Check> read(Node.Entry entry, Reading reading) {
    return switch (entry.name()) {
      case "schema" ->
          Scalars.PATH
              .read(entry.value(), reading)
              .map(path -> new Check.Schema(path, entry.key().at()));
      case "sequence" -> CheckFormat.SEQUENCE.read(entry.value(), reading);
      case "order" -> CheckFormat.ORDER.read(entry.value(), reading);
      case "unique" -> CheckFormat.UNIQUE.read(entry.value(), reading);
      case "expression" ->
          Scalars.EXPRESSION.read(entry.value(), reading).map(Check.Expression::new);
      default -> subject(entry, reading);
    };
  }

  private static Optional<Check> subject(Node.Entry entry, Reading reading) {
    var key = new Source(entry.name(), entry.key().textAt());
    var subject = SubjectNames.parse(key);
    if (subject.isEmpty()) {
      refuse(entry, reading);
      return Optional.empty();
    }
    return CheckFormat.OPERATIONS
        .read(entry.value(), reading)
        .map(operations -> new Check.Of(subject.get(), operations, entry.key().at()));
  }

  private static void refuse(Node.Entry entry, Reading reading) {
    var found = "the key " + Quoting.shown(entry.name());
    if (SubjectNames.looksLikeExpression(entry.name())) {
      var whole = reading.excerpt(entry.key(), entry.value());
      reading
          .problems()
          .add(
              entry.key().at(),
              found + ", for YAML ends a key at a colon",
              "an expression or " + SubjectNames.EXPECTED,
              "quote the expression: " + Quoting.quote(whole));
      return;
    }
    SubjectNames.hint(entry.name())
        .ifPresentOrElse(
            hint -> reading.problems().add(entry.key().at(), found, SubjectNames.EXPECTED, hint),
            () -> reading.problems().add(entry.key().at(), found, SubjectNames.EXPECTED));
  }

  @Override
  public String expected() {
    return "an expression, or a map of subjects such as `{ $.type: ack }`";
  }

  @Override
  public Map<String, Object> schema(SchemaNames names) {
    return names.reference("a check", () -> definition(names));
  }

  private static Map<String, Object> definition(SchemaNames names) {
    var operations = CheckFormat.OPERATIONS.schema(names);
    var properties = new LinkedHashMap<String, Object>();
    for (var kind : Subject.Kind.values()) {
      properties.put(kind.name().toLowerCase(Locale.ROOT), operations);
    }
    others().forEach(key -> properties.put(key.name(), key.shape().schema(names)));
    var map = new LinkedHashMap<String, Object>();
    map.put("type", "object");
    map.put("properties", properties);
    map.put("patternProperties", Map.of("^(\\$|header\\.|xpath\\(|css\\(|\\{\\{)", operations));
    map.put("additionalProperties", false);
    return Map.of("anyOf", List.of(Map.of("type", List.of("string", "boolean")), map));
  }

  @Override
  public Stream<Offer> offers() {
    return Scalars.EXPRESSION.offers();
  }

  @Override
  public Stream<Key<?>> keys(Beside beside) {
    var subjects =
        Arrays.stream(Subject.Kind.values())
            .<Key<?>>map(kind ->
                Key.of(kind.name().toLowerCase(Locale.ROOT), CheckFormat.OPERATIONS, docs(kind)));
    return Stream.concat(subjects, others()).filter(key -> !beside.keys().contains(key.name()));
  }

  private static Stream<Key<?>> others() {
    return Stream.concat(CheckFormat.STATEMENTS.stream(), Stream.of(CheckFormat.MESSAGE));
  }

  private static String docs(Subject.Kind kind) {
    return switch (kind) {
      case TEXT -> "The text of the message.";
      case HEX -> "The bytes of the message in hex, two lower-case digits each.";
      case KIND -> "Whether the message is `text` or `binary`.";
      case SIZE -> "The bytes of the message.";
      case STATUS -> "The status of the handshake's answer.";
      case CODE -> "The status code of the close.";
      case REASON -> "The reason of the close.";
      case SUBPROTOCOL -> "The subprotocol agreed.";
    };
  }

  @Override
  public Stream<Shape<?>> behind(String key, Beside beside) {
    return Stream.of(
        others()
            .filter(one -> one.name().equals(key))
            .<Shape<?>>map(Key::shape)
            .findFirst()
            .orElse(CheckFormat.OPERATIONS));
  }
}
