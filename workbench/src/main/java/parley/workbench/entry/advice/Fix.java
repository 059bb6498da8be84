package parley.workbench.entry.advice;

import parley.model.value.Value;
import parley.workbench.call.Json;

/**
 * A change of the conversation's file that is advised.
 *
 * @param naming what a line of advice has in it that says the same
 * @param writes what it writes, as it stands in a file
 * @param effect what that does
 * @param how the field of {@code Fix} that makes the page do it
 * @param change the value of that field
 */
public record Fix(String naming, String writes, String effect, String how, Value change) {

  /** A setting, by its name for forms. */
  static Fix setting(String naming, String writes, String effect, String name, String value) {
    var change = Json.object().put("name", name).put("value", value);
    return new Fix(naming, writes, effect, "set", change.value());
  }

  /** A header, which takes the place of one of the same name. */
  static Fix header(String name, String value, String effect) {
    var change = Json.object().put("table", "headers").put("name", name).put("value", value);
    return new Fix(
        "`" + name + "`",
        "headers: { %s: %s }".formatted(name, value),
        effect,
        "row",
        change.value());
  }

  /** Whether a line of advice says the same. */
  public boolean isSaidBy(String text) {
    return text.contains(naming);
  }

  /** What it does, for people. */
  public String text() {
    return "%s: %s".formatted(shortly(), effect);
  }

  private String shortly() {
    return "write `" + writes + "`";
  }

  /** With the whole text; beside a line of advice it need not say what for. */
  Value shortValue() {
    return value(capital(shortly()));
  }

  /** As the page has it. */
  public Value value(String text) {
    return Json.object().put("text", text).put(how, change).value();
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
