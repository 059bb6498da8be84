package parley.workbench.recording;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.model.value.Decimal;
import parley.model.value.Value;

/**
 * A message that a step sends, and what an answer to it may have in common with it.
 *
 * @param name of the saved message, or the id of the step
 */
record Sent(String connection, String name, Map<String, Value> fields) {

  private static final Pattern ID =
      Pattern.compile(
          "(?i)(.*[_.-])?(id|ref|seq|nonce|tag|rid|cid|req|request|correlation)|.*(Id|ID|Ref|Seq)");

  /** The name of the first field that tells which message is answered, when this is answered. */
  Optional<String> answeredBy(Map<String, Value> answer) {
    return fields.entrySet().stream()
        .filter(one -> isTelling(one.getKey(), one.getValue()))
        .filter(one -> one.getValue().equals(answer.get(one.getKey())))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean isTelling(String name, Value value) {
    return ID.matcher(name).matches()
        && (value instanceof Decimal || (value instanceof Value.Text(var text) && !text.isEmpty()));
  }
}
