package parley.workspace.test;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which tests are meant, by their names or the paths of their files, in capital letters or small
 * ones.
 *
 * @param whole what a name or a path has to match as a whole
 */
public record NamePattern(Pattern whole) {

  /** A text that stands in it; with {@code *} or {@code ?} for any text or letter, all of it. */
  public static NamePattern of(String text) {
    var isGlob = text.contains("*") || text.contains("?");
    var regex = new StringBuilder(isGlob ? "" : ".*");
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .mapToObj(letter -> isGlob ? ofGlob(letter) : Pattern.quote(Character.toString(letter)))
        .forEach(regex::append);
    return new NamePattern(
        Pattern.compile(regex.append(isGlob ? "" : ".*").toString(), Pattern.DOTALL));
  }

  private static String ofGlob(int letter) {
    return switch (letter) {
      case '*' -> ".*";
      case '?' -> ".";
      default -> Pattern.quote(Character.toString(letter));
    };
  }

  /** Whether one of these is meant. */
  public boolean matches(String... names) {
    for (var name : names) {
      if (whole.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
        return true;
      }
    }
    return false;
  }
}
