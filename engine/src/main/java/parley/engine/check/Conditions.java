package parley.engine.check;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import parley.engine.function.Dates;
import parley.engine.markup.XmlElement;
import parley.engine.path.Comparison;
import parley.engine.regex.Regexes;
import parley.engine.schema.JsonSchema;
import parley.engine.schema.SchemaFiles;
import parley.model.collection.Operator;
import parley.model.value.Decimal;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;

/** What each operator asks of a value. */
final class Conditions {

  private static final Set<Value.Kind> CONTAINERS =
      Set.of(Value.Kind.TEXT, Value.Kind.LIST, Value.Kind.MAP);

  /** The kinds by the words of JSON Schema and by those of expressions. */
  private static final Map<String, Value.Kind> KINDS = kinds();

  /** How many violations of a schema are shown. */
  private static final int MAX_VIOLATIONS = 3;

  private Conditions() {}

  private static Map<String, Value.Kind> kinds() {
    var kinds = new LinkedHashMap<String, Value.Kind>();
    for (var kind : Value.Kind.values()) {
      kinds.put(kind.word(), kind);
    }
    kinds.put("string", Value.Kind.TEXT);
    kinds.put("array", Value.Kind.LIST);
    kinds.put("object", Value.Kind.MAP);
    return kinds;
  }

  /** A condition, or what its operator wants to be given. */
  sealed interface Condition {

    /**
     * A condition.
     *
     * @param takes whether it can be said of a value; of another neither it nor its negation holds,
     *     so that a wrong path is noticed
     */
    record Holds(Predicate<Value> test, Predicate<Value> takes, Function<Value, String> found)
        implements Condition {
      Holds(Predicate<Value> test) {
        this(test, _ -> true, Shown::of);
      }

      /** One that can be said only of some values. */
      Holds(Predicate<Value> takes, Predicate<Value> test) {
        this(test, takes, Shown::of);
      }
    }

    record Wants(String what) implements Condition {}
  }

  static Condition of(Operator operator, Value expected) {
    return switch (positive(operator, expected)) {
      case Condition.Holds holds -> signed(operator, holds);
      case Condition.Wants wants -> wants;
    };
  }

  /** The condition itself, or for a negating operator its negation. */
  static Condition.Holds signed(Operator operator, Condition.Holds condition) {
    return operator.negated().isEmpty()
        ? new Condition.Holds(
            found -> condition.takes().test(found) && condition.test().test(found),
            condition.takes(),
            condition.found())
        : new Condition.Holds(
            found -> condition.takes().test(found) && !condition.test().test(found));
  }

  private static Condition positive(Operator operator, Value expected) {
    return switch (operator) {
      case EQUALS -> new Condition.Holds(expected::equals);
      case EXISTS -> truth(expected, found -> true);
      case EMPTY -> truth(expected, Conditions::isEmpty);
      case CONTAINS -> new Condition.Holds(Conditions::isGroup, one -> contains(one, expected));
      case JSON_CONTAINS -> new Condition.Holds(found -> jsonContains(parsed(found), expected));
      case GREATER_THAN -> order(Comparison.GREATER, expected);
      case AT_LEAST -> order(Comparison.AT_LEAST, expected);
      case LESS_THAN -> order(Comparison.LESS, expected);
      case AT_MOST -> order(Comparison.AT_MOST, expected);
      case STARTS_WITH -> text(expected, String::startsWith);
      case ENDS_WITH -> text(expected, String::endsWith);
      case EQUALS_IGNORING_CASE ->
          text(expected, (found, other) -> fold(found).equals(fold(other)));
      case MATCHES -> matches(expected);
      case IN -> in(expected);
      case LENGTH -> length(expected);
      case TYPE -> type(expected);
      case DATE -> date(expected);
      case BEFORE -> moment(expected, Instant::isBefore);
      case AFTER -> moment(expected, Instant::isAfter);
      case XML_CONTAINS -> xml(expected);
      case SCHEMA -> schema(JsonSchema.read(expected, "schema", SchemaFiles.NONE));
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
          positive(operator.positive(), expected);
    };
  }

  private static Condition truth(Value expected, Predicate<Value> test) {
    return switch (expected) {
      case Value.Bool wanted -> new Condition.Holds(wanted.value() ? test : test.negate());
      case Value _ -> new Condition.Wants("true or false");
    };
  }

  private static Condition text(Value expected, BiPredicate<String, String> test) {
    return switch (expected) {
      case Value.Text(var wanted) ->
          new Condition.Holds(Conditions::isText, found -> test.test(textOf(found), wanted));
      case Value _ -> new Condition.Wants("a text");
    };
  }

  private static String fold(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static boolean isEmpty(Value value) {
    return length(value, 0);
  }

  /** Of a text in code points; of anything that has no length, none. */
  private static boolean length(Value value, long length) {
    return switch (value) {
      case Value.Text(var text) -> text.codePointCount(0, text.length()) == length;
      case Value.Items(var all) -> all.size() == length;
      case Value.Fields(var all) -> all.size() == length;
      case Value _ -> false;
    };
  }

  private static Condition length(Value expected) {
    return expected instanceof Decimal number && number.isWhole()
        ? new Condition.Holds(Conditions::isGroup, found -> length(found, number.whole()))
        : new Condition.Wants("a whole number");
  }

  /** Of what is a group. */
  private static boolean contains(Value found, Value expected) {
    return switch (found) {
      case Value.Text(var text) -> expected instanceof Value.Text(var part) && text.contains(part);
      case Value.Items(var all) -> all.contains(expected);
      case Value map ->
          expected instanceof Value.Text(var name) && ((Value.Fields) map).all().containsKey(name);
    };
  }

  /** Whether it is of a kind that has a length and contains. */
  private static boolean isGroup(Value found) {
    return CONTAINERS.contains(found.kind());
  }

  private static boolean isText(Value found) {
    return found.kind() == Value.Kind.TEXT;
  }

  /** A text that is JSON stands for the value it writes. */
  private static Value parsed(Value found) {
    return found instanceof Value.Text(var text)
            && JsonReader.read(text) instanceof JsonReading.Read(var value)
        ? value
        : found;
  }

  /** Each expected name with what it contains; each expected item in some item; all else equal. */
  private static boolean jsonContains(Value found, Value expected) {
    if (expected instanceof Value.Fields(var wanted) && found instanceof Value.Fields(var all)) {
      return wanted.entrySet().stream()
          .allMatch(entry ->
              all.containsKey(entry.getKey())
                  && jsonContains(all.get(entry.getKey()), entry.getValue()));
    }
    if (expected instanceof Value.Items(var wanted) && found instanceof Value.Items(var all)) {
      return wanted.stream()
          .allMatch(item -> all.stream().anyMatch(one -> jsonContains(one, item)));
    }
    return found.equals(expected);
  }

  private static Condition order(Comparison comparison, Value expected) {
    return Comparison.ordered(expected, expected)
        ? new Condition.Holds(found ->
            Comparison.ordered(found, expected)
                && comparison.holds(Comparison.order(found, expected)))
        : new Condition.Wants("a number or a text");
  }

  private static Condition matches(Value expected) {
    if (!(expected instanceof Value.Text(var expression))) {
      return new Condition.Wants("a regular expression");
    }
    return switch (Regexes.compile(expression)) {
      case Regexes.Compiled.Regex(var pattern) ->
          new Condition.Holds(Conditions::isText, found -> pattern.matcher(textOf(found)).find());
      case Regexes.Compiled.Wrong(var why) ->
          new Condition.Wants("a regular expression (" + why + ")");
    };
  }

  private static Condition in(Value expected) {
    return switch (expected) {
      case Value.Items(var all) -> new Condition.Holds(all::contains);
      case Value _ -> new Condition.Wants("a list");
    };
  }

  private static String textOf(Value value) {
    return value instanceof Value.Text(var text) ? text : "";
  }

  private static Condition type(Value expected) {
    var word = expected.kind() == Value.Kind.NULL ? "null" : textOf(expected);
    var kind = KINDS.get(word);
    return kind == null
        ? new Condition.Wants("one of " + String.join(", ", KINDS.keySet()))
        : new Condition.Holds(found -> found.kind() == kind);
  }

  private static Condition date(Value expected) {
    if (expected.equals(Value.of(true))) {
      return text(Value.of(""), (found, _) -> Dates.parse(found).isPresent());
    }
    return expected instanceof Value.Text(var pattern) && Dates.format(pattern).isPresent()
        ? text(expected, Dates::matches)
        : new Condition.Wants("true, for ISO 8601, or a pattern such as yyyy-MM-dd");
  }

  private static Condition xml(Value expected) {
    return XmlElement.read(textOf(expected))
        .<Condition>map(wanted ->
            new Condition.Holds(
                found -> XmlElement.read(textOf(found)).isPresent(),
                found ->
                    XmlElement.read(textOf(found)).filter(one -> one.contains(wanted)).isPresent()))
        .orElseGet(() -> new Condition.Wants("an XML element, such as <id>7</id>"));
  }

  private static Condition schema(JsonSchema.Reading reading) {
    return switch (reading) {
      case JsonSchema.Reading.Read(var schema) -> follows(schema);
      case JsonSchema.Reading.Wrong(var text) ->
          new Condition.Wants("a JSON Schema (it " + text + ")");
    };
  }

  /** What was found is shown by what is wrong with it. */
  static Condition.Holds follows(JsonSchema schema) {
    return new Condition.Holds(
        found -> schema.violations(found).isEmpty(),
        _ -> true,
        found -> violations(found, schema.violations(found)));
  }

  private static String violations(Value found, List<String> all) {
    var first = String.join("; ", all.subList(0, Math.min(MAX_VIOLATIONS, all.size())));
    var more = all.size() - MAX_VIOLATIONS;
    return all.isEmpty() ? Shown.of(found) : first + (more > 0 ? "; and " + more + " more" : "");
  }

  private static Condition moment(Value expected, BiPredicate<Instant, Instant> test) {
    return Dates.moment(expected)
        .<Condition>map(moment ->
            new Condition.Holds(
                found -> Dates.moment(found).filter(one -> test.test(one, moment)).isPresent()))
        .orElseGet(
            () -> new Condition.Wants("a date as ISO 8601 writes it, or milliseconds since 1970"));
  }
}
