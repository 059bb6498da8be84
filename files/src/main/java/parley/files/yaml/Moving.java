package parley.files.yaml;

import java.util.ArrayList;
import java.util.List;

/** Moves keys and items: their text, and the comments right above. */
record Moving(Places places) {

  /**
   * A part as it stands in the text.
   *
   * @param lead where its comments begin, or else the part itself
   */
  private record Stretch(int lead, int start, int end) {}

  String move(Pointer at, int index) {
    var from = places.indexOf(at);
    var around = at.parent();
    var stretches = stretches(around);
    var order = new ArrayList<>(stretches);
    order.add(index, order.remove(from));
    return written(stretches, order, needsLineEnd(around));
  }

  /** The last line of the file may have no end, and is not the last one then. */
  private boolean needsLineEnd(Pointer around) {
    return !places.isFlow(around)
        && !places.text().endsWith("\n")
        && places.linesEnd(places.part(around, places.count(around) - 1)) == places.text().length();
  }

  private List<Stretch> stretches(Pointer around) {
    var flow = places.isFlow(around);
    var all = new ArrayList<Stretch>();
    for (var index = 0; index < places.count(around); index++) {
      var part = places.part(around, index);
      var start = places.start(part);
      all.add(
          flow
              ? new Stretch(start, start, places.flowEnd(part))
              : new Stretch(start, start, places.linesEnd(part)));
    }
    return flow || !places.beginsLine(all.getFirst().start()) ? all : withComments(around, all);
  }

  private List<Stretch> withComments(Pointer around, List<Stretch> bare) {
    var all = new ArrayList<Stretch>();
    for (var index = 0; index < bare.size(); index++) {
      var one = bare.get(index);
      var lead = places.leadStart(places.part(around, index));
      var column = one.start() - places.lineStart(one.start());
      all.add(new Stretch(lead + column, one.start(), one.end()));
    }
    return all;
  }

  /** What stands between the parts stays where it is. */
  private String written(List<Stretch> before, List<Stretch> after, boolean needsLineEnd) {
    var out = new StringBuilder(places.text().substring(0, before.getFirst().lead()));
    for (var index = 0; index < before.size(); index++) {
      var one = after.get(index);
      var isLast = index + 1 == before.size();
      out.append(places.text(), one.lead(), one.end());
      out.append(needsLineEnd && !isLast && one.equals(before.getLast()) ? "\n" : "");
      var next = isLast ? places.text().length() : before.get(index + 1).lead();
      out.append(places.text(), before.get(index).end(), next);
    }
    return out.toString();
  }
}
