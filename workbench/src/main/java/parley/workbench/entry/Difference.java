package parley.workbench.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What two texts differ in, line by line: the shortest way from one to the other (Myers, 1986),
 * between their common beginning and end. Texts that differ in more than {@link #MAX_EDITS} lines
 * are told as all of one and all of the other.
 */
final class Difference {

  static final int MAX_EDITS = 1000;

  enum Side {
    BOTH,
    LEFT,
    RIGHT
  }

  /**
   * A line of either or both.
   *
   * @param left its index in the left text, -1 when it is not there
   */
  record Line(Side side, int left, int right, String text) {}

  private final List<String> left;
  private final List<String> right;

  private Difference(List<String> left, List<String> right) {
    this.left = left;
    this.right = right;
  }

  static List<Line> of(List<String> left, List<String> right) {
    return new Difference(left, right).lines();
  }

  private List<Line> lines() {
    var begin = 0;
    while (begin < left.size() && begin < right.size() && same(begin, begin)) {
      begin++;
    }
    var end = 0;
    while (end < left.size() - begin
        && end < right.size() - begin
        && same(left.size() - 1 - end, right.size() - 1 - end)) {
      end++;
    }
    var all = new ArrayList<Line>();
    for (var i = 0; i < begin; i++) {
      all.add(both(i, i));
    }
    all.addAll(middle(begin, left.size() - end, right.size() - end));
    for (var i = end; i > 0; i--) {
      all.add(both(left.size() - i, right.size() - i));
    }
    return all;
  }

  private boolean same(int inLeft, int inRight) {
    return left.get(inLeft).equals(right.get(inRight));
  }

  private Line both(int inLeft, int inRight) {
    return new Line(Side.BOTH, inLeft, inRight, left.get(inLeft));
  }

  private Line gone(int inLeft) {
    return new Line(Side.LEFT, inLeft, -1, left.get(inLeft));
  }

  private Line added(int inRight) {
    return new Line(Side.RIGHT, -1, inRight, right.get(inRight));
  }

  /** The lines from {@code begin} to these ends. */
  private List<Line> middle(int begin, int leftEnd, int rightEnd) {
    var lefts = leftEnd - begin;
    var rights = rightEnd - begin;
    var most = Math.min(lefts + rights, MAX_EDITS);
    var furthest = new int[2 * most + 3];
    var rounds = new ArrayList<int[]>();
    for (var edits = 0; edits <= most; edits++) {
      rounds.add(furthest.clone());
      for (var diagonal = -edits; diagonal <= edits; diagonal += 2) {
        var x = start(furthest, most + 1, diagonal, edits);
        while (x < lefts && x - diagonal < rights && same(begin + x, begin + x - diagonal)) {
          x++;
        }
        furthest[most + 1 + diagonal] = x;
        if (x >= lefts && x - diagonal >= rights) {
          return path(rounds, most + 1, begin, lefts, rights);
        }
      }
    }
    return apart(begin, leftEnd, rightEnd);
  }

  private static int start(int[] furthest, int zero, int diagonal, int edits) {
    var down =
        diagonal == -edits
            || (diagonal != edits && furthest[zero + diagonal - 1] < furthest[zero + diagonal + 1]);
    return down ? furthest[zero + diagonal + 1] : furthest[zero + diagonal - 1] + 1;
  }

  /** Goes back from the end, round by round. */
  private List<Line> path(List<int[]> rounds, int zero, int begin, int lefts, int rights) {
    var lines = new ArrayList<Line>();
    var x = lefts;
    var y = rights;
    for (var edits = rounds.size() - 1; edits >= 0; edits--) {
      var furthest = rounds.get(edits);
      var diagonal = x - y;
      var beforeX = start(furthest, zero, diagonal, edits);
      var down =
          diagonal == -edits
              || (diagonal != edits
                  && furthest[zero + diagonal - 1] < furthest[zero + diagonal + 1]);
      while (x > beforeX && y > 0 && x > 0 && x - y == diagonal) {
        x--;
        y--;
        lines.add(both(begin + x, begin + y));
      }
      if (edits > 0) {
        if (down) {
          y--;
          lines.add(added(begin + y));
        } else {
          x--;
          lines.add(gone(begin + x));
        }
      }
    }
    Collections.reverse(lines);
    return lines;
  }

  private List<Line> apart(int begin, int leftEnd, int rightEnd) {
    var lines = new ArrayList<Line>();
    for (var i = begin; i < leftEnd; i++) {
      lines.add(gone(i));
    }
    for (var i = begin; i < rightEnd; i++) {
      lines.add(added(i));
    }
    return lines;
  }
}
