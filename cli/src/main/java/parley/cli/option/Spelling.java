package parley.cli.option;

import java.util.Collection;
import java.util.Optional;

/** Guesses the word that was meant. */
public final class Spelling {

  private Spelling() {}

  /** The candidate nearest to {@code word}, when it is near enough to have been meant. */
  public static Optional<String> nearest(String word, Collection<String> candidates) {
    var best = Optional.<String>empty();
    var bestDistance = 1 + Math.max(1, word.length() / 3);
    for (var candidate : candidates) {
      var distance = distance(word, candidate);
      if (distance < bestDistance) {
        bestDistance = distance;
        best = Optional.of(candidate);
      }
    }
    return best.or(() -> extended(word, candidates));
  }

  private static Optional<String> extended(String word, Collection<String> candidates) {
    if (word.length() < 4) {
      return Optional.empty();
    }
    for (var candidate : candidates) {
      if (candidate.startsWith(word)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** How many letters must be changed, added, dropped or swapped with their neighbour. */
  static int distance(String left, String right) {
    var rows = new int[left.length() + 1][right.length() + 1];
    for (var i = 0; i <= left.length(); i++) {
      for (var j = 0; j <= right.length(); j++) {
        rows[i][j] = i == 0 || j == 0 ? i + j : step(left, right, rows, i, j);
      }
    }
    return rows[left.length()][right.length()];
  }

  private static int step(String left, String right, int[][] rows, int i, int j) {
    var same = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
    var least = Math.min(rows[i - 1][j - 1] + same, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
    var swapped =
        i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1);
    return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
  }
}
