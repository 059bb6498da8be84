package parley.runner.snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of two lists belong together: first those that are equal, as many as keep their order, then
 * of what is between those that are alike.
 */
final class Alignment {

  /** With more to compare than that, only what is at the same place is. */
  private static final long MAX_COMPARISONS = 4_000_000;

  /** Tells by their places in the two lists. */
  interface Relation {
    boolean holds(int left, int right);
  }

  /**
   * Two that belong together, or one that stands alone.
   *
   * @param left its place, or -1
   * @param right its place, or -1
   */
  record Pair(int left, int right, boolean equal) {}

  private final int lefts;
  private final int rights;
  private final Relation equal;
  private final Relation alike;
  private final List<Pair> pairs = new ArrayList<>();

  private Alignment(int lefts, int rights, Relation equal, Relation alike) {
    this.lefts = lefts;
    this.rights = rights;
    this.equal = equal;
    this.alike = alike;
  }

  /** In order of both lists: where one stands alone on each side, the left one comes first. */
  static List<Pair> of(int lefts, int rights, Relation equal, Relation alike) {
    var alignment = new Alignment(lefts, rights, equal, alike);
    alignment.align();
    return List.copyOf(alignment.pairs);
  }

  private void align() {
    var start = 0;
    while (start < lefts && start < rights && equal.holds(start, start)) {
      pairs.add(new Pair(start, start, true));
      start++;
    }
    var end = 0;
    while (end < lefts - start
        && end < rights - start
        && equal.holds(lefts - 1 - end, rights - 1 - end)) {
      end++;
    }
    between(start, lefts - end, rights - end);
    for (; end > 0; end--) {
      pairs.add(new Pair(lefts - end, rights - end, true));
    }
  }

  private void between(int from, int leftEnd, int rightEnd) {
    var left = from;
    var right = from;
    for (var anchor : anchors(from, leftEnd, rightEnd)) {
      gap(left, anchor.left(), right, anchor.right());
      pairs.add(anchor);
      left = anchor.left() + 1;
      right = anchor.right() + 1;
    }
    gap(left, leftEnd, right, rightEnd);
  }

  /** The longest common subsequence. */
  private List<Pair> anchors(int from, int leftEnd, int rightEnd) {
    var rows = leftEnd - from;
    var columns = rightEnd - from;
    if ((long) rows * columns > MAX_COMPARISONS || rows == 0 || columns == 0) {
      return List.of();
    }
    var longest = new int[rows + 1][columns + 1];
    var same = new boolean[rows][columns];
    for (var i = rows - 1; i >= 0; i--) {
      for (var j = columns - 1; j >= 0; j--) {
        same[i][j] = equal.holds(from + i, from + j);
        longest[i][j] =
            same[i][j] ? longest[i + 1][j + 1] + 1 : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    return walk(longest, same, from);
  }

  private static List<Pair> walk(int[][] longest, boolean[][] same, int from) {
    var anchors = new ArrayList<Pair>();
    var i = 0;
    var j = 0;
    while (i < same.length && j < same[0].length) {
      if (same[i][j]) {
        anchors.add(new Pair(from + i++, from + j++, true));
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return anchors;
  }

  private void gap(int left, int leftEnd, int right, int rightEnd) {
    var next = right;
    for (var i = left; i < leftEnd; i++) {
      var partner = partner(i, next, rightEnd);
      if (partner < 0) {
        pairs.add(new Pair(i, -1, false));
        continue;
      }
      for (; next < partner; next++) {
        pairs.add(new Pair(-1, next, false));
      }
      pairs.add(new Pair(i, next++, false));
    }
    for (; next < rightEnd; next++) {
      pairs.add(new Pair(-1, next, false));
    }
  }

  private int partner(int left, int from, int end) {
    for (var j = from; j < end; j++) {
      if (alike.holds(left, j)) {
        return j;
      }
    }
    return -1;
  }
}
