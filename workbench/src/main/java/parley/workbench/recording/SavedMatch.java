package parley.workbench.recording;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.model.collection.Content;
import parley.model.collection.Json;
import parley.model.collection.SavedMessage;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.JsonWriter;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;

/** Finds the saved message that was sent; what stands for a template may be anything. */
final class SavedMatch {

  private static final Pattern TEMPLATE =
      Pattern.compile("(?<!\\\\)\\{\\{(?<inside>(?:[^{}]|}(?!}))*)}}", Pattern.DOTALL);

  private final Known known;

  SavedMatch(Known known) {
    this.known = known;
  }

  /** The name of the first one that it is. */
  Optional<String> find(boolean text, Bytes payload) {
    return known.messages().stream()
        .filter(one -> is(one.message().content(), text, payload))
        .map(SavedMessage::name)
        .filter(name -> !name.isBlank())
        .findFirst();
  }

  private boolean is(Content content, boolean isText, Bytes payload) {
    return switch (content) {
      case Content.Text(var source) -> isText && matches(source.text(), payload.toText());
      case Content.JsonBlock(var source) ->
          isText && matches(source.text().strip(), payload.toText().strip());
      case Content.Xml(var source) ->
          isText && matches(source.text().strip(), payload.toText().strip());
      case Content.JsonValue(var json) ->
          isText
              && JsonReader.read(payload.toText()) instanceof JsonReading.Read(var value)
              && isJson(json, value);
      case Content.Hex(var digits) ->
          !isText && digits.text().replaceAll("\\s", "").equalsIgnoreCase(payload.toHex());
      case Content.Base64 _, Content.File _, Content.Ping _, Content.Close _ -> false;
      case Content.Frame _, Content.Raw _ -> false;
    };
  }

  private boolean isJson(Json json, Value value) {
    return switch (json) {
      case Json.Members(var members, _) ->
          value instanceof Value.Fields(var fields) && areMembers(members, fields);
      case Json.Items(var items, _) ->
          value instanceof Value.Items(var all) && areItems(items, all);
      case Json.Literal(var text, _) ->
          JsonReader.read(text) instanceof JsonReading.Read(var own) && own.equals(value);
      case Json.Text(var source) -> isText(source.text(), value);
    };
  }

  private boolean areMembers(List<Json.Member> members, Map<String, Value> fields) {
    return members.size() == fields.size()
        && members.stream()
            .allMatch(one -> {
              var value = fields.get(one.name().text());
              return value != null && isJson(one.value(), value);
            });
  }

  private boolean areItems(List<Json> items, List<Value> all) {
    if (items.size() != all.size()) {
      return false;
    }
    for (var i = 0; i < items.size(); i++) {
      if (!isJson(items.get(i), all.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isText(String written, Value value) {
    var own = value instanceof Value.Text(var text) ? text : JsonWriter.write(value);
    return (value instanceof Value.Text || TEMPLATE.matcher(written).matches())
        && pattern(written).matcher(own).matches();
  }

  /** Something of it has to be said. */
  private boolean matches(String written, String sent) {
    return !TEMPLATE.matcher(written).replaceAll("").isBlank()
        && pattern(written).matcher(sent).matches();
  }

  private Pattern pattern(String written) {
    var pattern = new StringBuilder();
    var template = TEMPLATE.matcher(written);
    var end = 0;
    while (template.find()) {
      pattern.append(literal(written.substring(end, template.start())));
      var value = known.variables().get(template.group("inside").strip());
      pattern.append(value == null ? "(?s:.*?)" : Pattern.quote(value));
      end = template.end();
    }
    return Pattern.compile(pattern.append(literal(written.substring(end))).toString());
  }

  private static String literal(String text) {
    return Pattern.quote(text.replace("\\{{", "{{"));
  }
}
