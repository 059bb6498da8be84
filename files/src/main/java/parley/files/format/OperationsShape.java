package parley.files.format;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.files.problem.Nearest;
import parley.files.shape.Beside;
import parley.files.shape.JsonShape;
import parley.files.shape.Key;
import parley.files.shape.Offer;
import parley.files.shape.Reading;
import parley.files.shape.SchemaNames;
import parley.files.shape.Shape;
import parley.files.yaml.Node;
import parley.files.yaml.Quoting;
import parley.model.collection.Json;
import parley.model.collection.Operation;
import parley.model.collection.Operator;

/**
 * What a subject is compared with: a literal, or a map of operators. Written by hand: a map without
 * operators is no literal, so that a misspelt operator is found.
 */
record OperationsShape() implements Shape<List<Operation>> {

  private static final JsonShape JSON = new JsonShape();
  private static final Map<String, Operator> OPERATORS =
      Arrays.stream(Operator.values())
          .collect(
              Collectors.toMap(
                  Operator::key, operator -> operator, (one, two) -> one, LinkedHashMap::new));
  private static final String POSITIVE =
      Arrays.stream(Operator.values())
          .filter(operator -> operator.negated().isEmpty())
          .map(Operator::key)
          .collect(Collectors.joining(", "));
  private static final List<String> TYPES =
      List.of("string", "number", "boolean", "null", "array", "object");

  @Override
  public Optional<List<Operation>> read(Node node, Reading reading) {
    return switch (node) {
      case Node.Scalar scalar -> equal(scalar, reading);
      case Node.Sequence list -> equal(list, reading);
      case Node.Mapping map ->
          Optional.of(
              map.entries().stream().flatMap(entry -> read(entry, reading).stream()).toList());
    };
  }

  private static Optional<List<Operation>> equal(Node node, Reading reading) {
    return JSON.read(node, reading).map(json -> List.of(new Operation(Operator.EQUALS, json)));
  }

  private static Optional<Operation> read(Node.Entry entry, Reading reading) {
    var operator = OPERATORS.get(entry.name());
    if (operator == null) {
      refuse(entry, reading);
      return Optional.empty();
    }
    return JSON.read(entry.value(), reading)
        .filter(operand -> fits(operator, operand, entry.value(), reading))
        .map(operand -> new Operation(operator, operand));
  }

  private static void refuse(Node.Entry entry, Reading reading) {
    var hint =
        Nearest.hint(entry.name(), OPERATORS.keySet())
            .orElse("to compare with a map, write `equals: { ... }`");
    reading
        .problems()
        .add(
            entry.key().at(),
            "the key " + Quoting.shown(entry.name()),
            "an operator: " + POSITIVE + "; most of them with `not-` in front, too",
            hint);
  }

  private static boolean fits(Operator operator, Json operand, Node node, Reading reading) {
    return switch (operator) {
      case EXISTS, EMPTY -> fits(isFlag(operand), "`true` or `false`", node, reading);
      case IN ->
          fits(isTemplate(operand) || operand instanceof Json.Items, "a list", node, reading);
      case LENGTH ->
          fits(isTemplate(operand) || isNumber(operand), "a whole number", node, reading);
      case TYPE -> fits(isType(operand), "one of " + String.join(", ", TYPES), node, reading);
      case MATCHES, STARTS_WITH, ENDS_WITH, XML_CONTAINS, DATE, BEFORE, AFTER ->
          fits(node instanceof Node.Scalar, "a text", node, reading);
      case GREATER_THAN, AT_LEAST, LESS_THAN, AT_MOST, EQUALS_IGNORING_CASE ->
          fits(node instanceof Node.Scalar, "one value", node, reading);
      case EQUALS, CONTAINS, JSON_CONTAINS, SCHEMA -> true;
      case NOT_EQUALS,
          NOT_EQUALS_IGNORING_CASE,
          NOT_CONTAINS,
          NOT_MATCHES,
          NOT_IN,
          NOT_STARTS_WITH,
          NOT_ENDS_WITH,
          NOT_LENGTH,
          NOT_TYPE,
          NOT_JSON_CONTAINS,
          NOT_XML_CONTAINS,
          NOT_SCHEMA,
          NOT_DATE ->
          fits(operator.positive(), operand, node, reading);
    };
  }

  private static boolean fits(boolean fits, String expected, Node node, Reading reading) {
    if (!fits) {
      reading.unexpected(node, expected);
    }
    return fits;
  }

  private static boolean isFlag(Json operand) {
    return operand instanceof Json.Literal(var text, var at)
        && (text.equals("true") || text.equals("false"));
  }

  private static boolean isTemplate(Json operand) {
    return operand instanceof Json.Text(var source) && source.hasTemplate();
  }

  private static boolean isNumber(Json operand) {
    return operand instanceof Json.Literal(var text, var at) && text.matches("\\d{1,9}");
  }

  /** A plain {@code null} is the name of a type here. */
  private static boolean isType(Json operand) {
    return switch (operand) {
      case Json.Text(var source) -> source.hasTemplate() || TYPES.contains(source.text());
      case Json.Literal(var text, var at) -> text.equals("null");
      case Json.Items list -> false;
      case Json.Members map -> false;
    };
  }

  @Override
  public String expected() {
    return "a value to equal, or a map of operators";
  }

  @Override
  public Map<String, Object> schema(SchemaNames names) {
    return names.reference("operations", OperationsShape::definition);
  }

  private static Map<String, Object> definition() {
    var properties = new LinkedHashMap<String, Object>();
    OPERATORS.keySet().forEach(name -> properties.put(name, Map.of()));
    var map = new LinkedHashMap<String, Object>();
    map.put("type", "object");
    map.put("properties", properties);
    map.put("additionalProperties", false);
    return Map.of(
        "anyOf",
        List.of(Map.of("type", List.of("string", "number", "boolean", "null", "array")), map));
  }

  @Override
  public Stream<Key<?>> keys(Beside beside) {
    return Arrays.stream(Operator.values())
        .filter(one -> !beside.keys().contains(one.key()))
        .<Key<?>>map(one -> Key.of(one.key(), shape(one), docs(one)));
  }

  @Override
  public Stream<Shape<?>> behind(String key, Beside beside) {
    return Optional.ofNullable(OPERATORS.get(key)).<Shape<?>>map(OperationsShape::shape).stream();
  }

  private static Shape<Json> shape(Operator operator) {
    return switch (operator) {
      case EXISTS, EMPTY -> JSON.offering(new Offer.Word("true"), new Offer.Word("false"));
      case TYPE -> JSON.offering(TYPES.stream().map(Offer.Word::new).toArray(Offer[]::new));
      case NOT_EQUALS,
          NOT_EQUALS_IGNORING_CASE,
          NOT_CONTAINS,
          NOT_MATCHES,
          NOT_IN,
          NOT_STARTS_WITH,
          NOT_ENDS_WITH,
          NOT_LENGTH,
          NOT_TYPE,
          NOT_JSON_CONTAINS,
          NOT_XML_CONTAINS,
          NOT_SCHEMA,
          NOT_DATE ->
          shape(operator.positive());
      case EQUALS, EQUALS_IGNORING_CASE, CONTAINS, MATCHES, IN, STARTS_WITH, ENDS_WITH -> JSON;
      case GREATER_THAN, AT_LEAST, LESS_THAN, AT_MOST, LENGTH -> JSON;
      case JSON_CONTAINS, XML_CONTAINS, SCHEMA, DATE, BEFORE, AFTER -> JSON;
    };
  }

  private static String docs(Operator operator) {
    return switch (operator) {
      case EQUALS -> "The same value.";
      case NOT_EQUALS -> "Another value.";
      case EQUALS_IGNORING_CASE -> "The same text in any case.";
      case EXISTS -> "Whether there is one.";
      case EMPTY -> "Whether there is nothing in it.";
      case NOT_EQUALS_IGNORING_CASE -> "Another text, whatever the case.";
      case CONTAINS -> "A text, item or key is in it.";
      case NOT_CONTAINS -> "A text, item or key is not in it.";
      case MATCHES -> "A regular expression finds it.";
      case NOT_MATCHES -> "A regular expression finds nothing in it.";
      case GREATER_THAN -> "A larger number.";
      case AT_LEAST -> "The same or a larger number.";
      case LESS_THAN -> "A smaller number.";
      case AT_MOST -> "The same or a smaller number.";
      case IN -> "One of a list.";
      case NOT_IN -> "None of a list.";
      case STARTS_WITH -> "How the text begins.";
      case NOT_STARTS_WITH -> "How the text does not begin.";
      case ENDS_WITH -> "How the text ends.";
      case NOT_ENDS_WITH -> "How the text does not end.";
      case LENGTH -> "Characters, items or keys.";
      case NOT_LENGTH -> "Another number of characters, items or keys.";
      case TYPE -> "The type of JSON.";
      case NOT_TYPE -> "Another type of JSON.";
      case JSON_CONTAINS -> "At least these keys and items are in it.";
      case NOT_JSON_CONTAINS -> "One of these keys and items is not in it.";
      case XML_CONTAINS -> "Such an element is in the XML.";
      case NOT_XML_CONTAINS -> "No such element is in the XML.";
      case SCHEMA -> "A JSON Schema, in a file or in place.";
      case NOT_SCHEMA -> "A JSON Schema that it does not follow.";
      case DATE -> "A date in this format.";
      case NOT_DATE -> "No date in this format.";
      case BEFORE -> "An earlier date.";
      case AFTER -> "A later date.";
    };
  }
}
