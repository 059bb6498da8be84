package parley.workbench.recording;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.model.collection.SavedMessage;

/**
 * What a conversation knows, so that steps name it again.
 *
 * @param messages saved ones
 * @param variables values by names; an empty one is none
 * @param secrets the same of those that no file may hold
 */
record Known(
    List<SavedMessage> messages, Map<String, String> variables, Map<String, String> secrets) {

  /** Shorter values are the same by chance. */
  private static final int MIN_LENGTH = 3;

  Known {
    messages = List.copyOf(messages);
    variables = Map.copyOf(variables);
    secrets = Map.copyOf(secrets);
  }

  /** A text as it would be written: with the names of what it holds, and without templates else. */
  String named(String text) {
    if (text.length() >= MIN_LENGTH) {
      var name = nameOf(text, secrets).or(() -> nameOf(text, variables));
      if (name.isPresent()) {
        return "{{" + name.get() + "}}";
      }
    }
    var named = text.replace("{{", "\\{{");
    for (var secret : secrets.entrySet()) {
      if (secret.getValue().length() >= MIN_LENGTH) {
        named = named.replace(secret.getValue(), "{{" + secret.getKey() + "}}");
      }
    }
    return named;
  }

  private static Optional<String> nameOf(String value, Map<String, String> of) {
    return of.entrySet().stream()
        .filter(one -> one.getValue().equals(value))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst();
  }
}
