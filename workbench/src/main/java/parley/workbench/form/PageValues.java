package parley.workbench.form;

import java.util.ArrayList;
import java.util.List;
import parley.files.yaml.Node;
import parley.files.yaml.Pointer;
import parley.files.yaml.Value.Member;
import parley.model.value.Decimal;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.workbench.call.BadCall;

/** Between values of the page and those of files. */
public final class PageValues {

  private static final int MAX_INDEX = 10_000_000;

  private PageValues() {}

  /** A way into a document, as the page gives it. */
  public static Pointer pointer(List<Value> parts) {
    var pointer = Pointer.ROOT;
    for (var part : parts) {
      pointer =
          switch (part) {
            case Value.Text(var key) -> pointer.key(key);
            case Decimal number -> pointer.at(index(number));
            case Value.Null _, Value.Bool _, Value.Items _, Value.Fields _ ->
                throw new BadCall("a pointer has keys and indexes");
          };
    }
    return pointer;
  }

  private static int index(Decimal number) {
    if (!number.text().matches("\\d{1,8}") || Integer.parseInt(number.text()) > MAX_INDEX) {
      throw new BadCall("no index: " + number.text());
    }
    return Integer.parseInt(number.text());
  }

  /** A way into a document, for the page. */
  public static Value pointer(Pointer pointer) {
    var parts = new ArrayList<Value>();
    for (var part : pointer.parts()) {
      parts.add(
          switch (part) {
            case Pointer.Part.Key(var name) -> Value.of(name);
            case Pointer.Part.Index(var index) -> Value.of(index);
          });
    }
    return Value.of(parts);
  }

  /** JSON as YAML: texts that would be read as other JSON are quoted. */
  public static parley.files.yaml.Value yaml(Value value) {
    return switch (value) {
      case Value.Null _ -> parley.files.yaml.Value.plain("null");
      case Value.Bool(var bool) -> parley.files.yaml.Value.plain(Boolean.toString(bool));
      case Decimal number -> parley.files.yaml.Value.plain(number.text());
      case Value.Text(var text) -> text(text);
      case Value.Items(var all) ->
          new parley.files.yaml.Value.Items(all.stream().map(PageValues::yaml).toList());
      case Value.Fields(var all) ->
          new parley.files.yaml.Value.Members(
              all.entrySet().stream()
                  .map(one -> new Member(one.getKey(), yaml(one.getValue())))
                  .toList());
    };
  }

  private static parley.files.yaml.Value text(String text) {
    return isLiteral(text)
        ? parley.files.yaml.Value.quoted(text)
        : parley.files.yaml.Value.text(text);
  }

  /**
   * What a person writes into a field: JSON where it is JSON, exactly as it stands, else a text.
   */
  public static parley.files.yaml.Value written(String text) {
    if (text.isBlank()) {
      return parley.files.yaml.Value.plain("");
    }
    return switch (JsonReader.read(text)) {
      case JsonReading.Read(var value) -> yaml(value);
      case JsonReading.Unreadable _ -> parley.files.yaml.Value.text(text);
    };
  }

  /**
   * What stands somewhere, for fields: lists and maps as they are, all else as the text that {@link
   * #written} makes it of again.
   */
  static Value said(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> Value.of(saidText(scalar));
      case Node.Sequence list -> Value.of(list.items().stream().map(PageValues::said).toList());
      case Node.Mapping map -> {
        var fields = new java.util.LinkedHashMap<String, Value>();
        map.entries().forEach(entry -> fields.put(entry.name(), said(entry.value())));
        yield Value.of(fields);
      }
    };
  }

  private static String saidText(Node.Scalar scalar) {
    var text = scalar.text();
    var isJson = JsonReader.read(text) instanceof JsonReading.Read;
    return isJson && !(json(scalar) instanceof Value.Text)
        ? text
        : isJson ? JsonWriter.write(Value.of(text)) : text;
  }

  /** Whether a text without quotes would be a number, a truth or null. */
  static boolean isLiteral(String text) {
    return text.isEmpty()
        || (JsonReader.read(text) instanceof JsonReading.Read(var value)
            && (value instanceof Decimal
                || value instanceof Value.Bool
                || value instanceof Value.Null));
  }

  /** What a part of a file says where JSON is meant. */
  static Value json(Node node) {
    return switch (node) {
      case Node.Scalar scalar when scalar.isNothing() -> Value.NULL;
      case Node.Scalar scalar -> scalar(scalar);
      case Node.Sequence list -> Value.of(list.items().stream().map(PageValues::json).toList());
      case Node.Mapping map -> {
        var fields = new java.util.LinkedHashMap<String, Value>();
        map.entries().forEach(entry -> fields.put(entry.name(), json(entry.value())));
        yield Value.of(fields);
      }
    };
  }

  private static Value scalar(Node.Scalar scalar) {
    var plain =
        scalar.toValue() instanceof parley.files.yaml.Value.Scalar(_, var quoted) && !quoted;
    return plain
            && isLiteral(scalar.text())
            && JsonReader.read(scalar.text()) instanceof JsonReading.Read(var value)
        ? value
        : Value.of(scalar.text());
  }
}
