package parley.engine.expression;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** The name that somebody may have meant. */
public final class Nearest {

  private Nearest() {}

  /** {@code did you mean room?}, or nothing where no name is close. */
  public static String hint(String found, Collection<String> names) {
    return names.stream()
        .filter(name -> distance(found, name) <= 1 + Math.min(found.length(), name.length()) / 4)
        .min(
            Comparator.comparingInt((String name) -> distance(found, name))
                .thenComparing(Comparator.naturalOrder()))
        .map(name -> "did you mean " + name + "?")
        .orElse("");
  }

  /** The hint behind a semicolon, or nothing. */
  static String remark(String found, Collection<String> names) {
    var hint = hint(found, names);
    return hint.isEmpty() ? "" : "; " + hint;
  }

  /** How many letters to insert, delete or replace, whatever their case. */
  private static int distance(String left, String right) {
    var one = left.toLowerCase(Locale.ROOT);
    var other = right.toLowerCase(Locale.ROOT);
    var row = new int[other.length() + 1];
    for (var j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (var i = 1; i <= one.length(); i++) {
      next(row, i, one.charAt(i - 1), other);
    }
    return row[other.length()];
  }

  private static void next(int[] row, int i, char c, String other) {
    var diagonal = row[0];
    row[0] = i;
    for (var j = 1; j < row.length; j++) {
      var replaced = diagonal + (other.charAt(j - 1) == c ? 0 : 1);
      diagonal = row[j];
      row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
    }
  }
}
