package parley.cli.create;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Keeps secrets out of the file that is written: each gets a name in {@code .env}, and the file a
 * template that reads it.
 */
final class Secrets {

  private final Map<String, String> known;
  private final Map<String, String> added = new LinkedHashMap<>();

  /** Beside those that {@code .env} has already. */
  Secrets(Map<String, String> known) {
    this.known = Map.copyOf(known);
  }

  /**
   * What stands in the file for a secret.
   *
   * @param name what it is called when that name is free
   * @param text as it stood on the line; one that is read from a variable already stays
   */
  String keep(String name, String text) {
    if (text.isEmpty() || text.contains("{{env.")) {
      return text;
    }
    var value = text.replace("\\{{", "{{");
    var base = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("^_|_$", "");
    var sound = base.isEmpty() || Character.isDigit(base.charAt(0)) ? "SECRET_" + base : base;
    var free = sound;
    for (var count = 2; isTaken(free, value); count++) {
      free = sound + "_" + count;
    }
    if (!value.equals(known.get(free))) {
      added.put(free, value);
    }
    return "{{env." + free + "}}";
  }

  private boolean isTaken(String name, String value) {
    var other = known.containsKey(name) ? known.get(name) : added.get(name);
    return other != null && !other.equals(value);
  }

  /** Those that {@code .env} needs, by name. */
  Map<String, String> added() {
    return added;
  }
}
