package parley.workspace;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import parley.model.collection.Secret;

/**
 * The texts that nothing may print: values of {@code .env}, and of the process's variables that
 * files name as {@code env.NAME} when they stand in {@code .env}, too, or have a name like that of
 * a secret. Shorter ones than {@link #MIN_LENGTH} would black out half of every report.
 */
public final class SecretValues {

  static final int MIN_LENGTH = 4;

  private static final Pattern MENTION = Pattern.compile("\\benv\\.([A-Za-z_]\\w*)");
  private static final Pattern TELLING =
      Pattern.compile("(?i).*(token|secret|passw|pwd|key|credential|auth|cookie|session|bearer).*");

  private SecretValues() {}

  static Set<String> of(List<Secret> secrets, Map<String, String> process, List<String> lines) {
    var names = new HashSet<String>();
    var values = new HashSet<String>();
    for (var secret : secrets) {
      names.add(secret.name());
      values.add(secret.value());
    }
    lines.forEach(line -> mentions(line, names));
    names.forEach(name -> values.add(process.getOrDefault(name, "")));
    values.removeIf(value -> value.strip().length() < MIN_LENGTH);
    return Set.copyOf(values);
  }

  private static void mentions(String line, Set<String> names) {
    MENTION
        .matcher(line)
        .results()
        .map(match -> match.group(1))
        .filter(SecretValues::isTelling)
        .forEach(names::add);
  }

  /** Whether a variable of that name is probably a secret. */
  public static boolean isTelling(String name) {
    return TELLING.matcher(name).matches();
  }
}
