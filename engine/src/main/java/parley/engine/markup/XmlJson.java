package parley.engine.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/**
 * From XML to JSON and back: an element is its text, or a map of its elements; several of one name
 * are a list. An attribute {@code id} is {@code @id}; text beside either is {@code #text}.
 */
public final class XmlJson {

  private static final String TEXT = "#text";
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.:-]*");

  private XmlJson() {}

  /**
   * A map of the element's name and what it has.
   *
   * @param tidy whether white space within texts becomes one space
   */
  public static Value toJson(XmlElement root, boolean tidy) {
    return Value.of(Map.of(root.name(), content(root, tidy)));
  }

  private static Value content(XmlElement element, boolean tidy) {
    var text = Value.of(tidy ? element.text().replaceAll("\\s+", " ") : element.text());
    if (element.attributes().isEmpty() && element.elements().isEmpty()) {
      return text;
    }
    var all = new LinkedHashMap<String, Value>();
    element.attributes().forEach((name, value) -> all.put("@" + name, Value.of(value)));
    var byName = new LinkedHashMap<String, List<Value>>();
    for (var inner : element.elements()) {
      byName.computeIfAbsent(inner.name(), _ -> new ArrayList<>()).add(content(inner, tidy));
    }
    byName.forEach(
        (name, values) -> all.put(name, values.size() == 1 ? values.getFirst() : Value.of(values)));
    if (!element.text().isEmpty()) {
      all.put(TEXT, text);
    }
    return Value.of(all);
  }

  /** The XML without a declaration; empty where {@code fields} are not one root. */
  public static Optional<String> toXml(Map<String, Value> fields) {
    var out = new StringBuilder();
    return fields.size() == 1
            && !(fields.values().iterator().next() instanceof Value.Items)
            && write(fields, out)
        ? Optional.of(out.toString())
        : Optional.empty();
  }

  /** The elements that a map's names are; false where one is no name. */
  private static boolean write(Map<String, Value> fields, StringBuilder out) {
    for (var field : fields.entrySet()) {
      var all =
          field.getValue() instanceof Value.Items(var items) ? items : List.of(field.getValue());
      for (var one : all) {
        if (!element(field.getKey(), one, out)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean element(String name, Value value, StringBuilder out) {
    if (!NAME.matcher(name).matches()) {
      return false;
    }
    out.append('<').append(name);
    if (!(value instanceof Value.Fields(var fields))) {
      out.append('>').append(escaped(value)).append("</").append(name).append('>');
      return true;
    }
    var inner = new LinkedHashMap<>(fields);
    for (var field : fields.entrySet()) {
      if (field.getKey().startsWith("@")) {
        var attribute = field.getKey().substring(1);
        if (!NAME.matcher(attribute).matches()) {
          return false;
        }
        out.append(' ')
            .append(attribute)
            .append("=\"")
            .append(escaped(field.getValue()))
            .append('"');
        inner.remove(field.getKey());
      }
    }
    out.append('>').append(escaped(Optional.ofNullable(inner.remove(TEXT)).orElse(Value.NULL)));
    var good = write(inner, out);
    out.append("</").append(name).append('>');
    return good;
  }

  private static String escaped(Value value) {
    var text =
        switch (value) {
          case Value.Text(var written) -> written;
          case Value.Null _ -> "";
          case Value other -> JsonWriter.write(other);
        };
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
