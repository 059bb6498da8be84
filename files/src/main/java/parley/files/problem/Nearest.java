package parley.files.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class Nearest {

  private Nearest() {}

  /**
   * The candidate that differs least from {@code written}: by at most one change for each three
   * characters, or that it begins. Case, dashes and underscores count for nothing.
   */
  public static Optional<String> to(String written, Collection<String> candidates) {
    var wanted = plain(written);
    return candidates.stream()
        .filter(candidate -> isNear(wanted, plain(candidate)))
        .min(Comparator.comparingInt(candidate -> distance(wanted, plain(candidate))));
  }

  /** {@code did you mean `x`?}, when something is near. */
  public static Optional<String> hint(String written, Collection<String> candidates) {
    return to(written, candidates).map(name -> "did you mean `" + name + "`?");
  }

  private static boolean isNear(String wanted, String candidate) {
    if (wanted.length() < 3) {
      return wanted.equals(candidate);
    }
    return candidate.startsWith(wanted)
        || distance(wanted, candidate) <= Math.max(1, wanted.length() / 3);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
  }

  /** Insertions, deletions, replacements and swaps of neighbours that make one name the other. */
  static int distance(String from, String to) {
    var rows = new int[from.length() + 1][to.length() + 1];
    for (var i = 0; i <= from.length(); i++) {
      for (var j = 0; j <= to.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : cheapest(rows, from, to, i, j);
      }
    }
    return rows[from.length()][to.length()];
  }

  private static int cheapest(int[][] rows, String from, String to, int i, int j) {
    var same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    var least = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + same);
    var swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
  }
}
