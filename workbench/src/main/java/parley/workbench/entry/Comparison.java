package parley.workbench.entry;

import java.util.List;
import parley.protocol.frame.Bytes;
import parley.store.row.StoredEntry;
import parley.workbench.call.Json;
import parley.workbench.entry.body.Bodies;
import parley.workbench.entry.body.Body;
import parley.workbench.entry.body.Form;
import parley.workbench.entry.body.Lines;
import parley.workbench.log.EventLine;

/** Two entries line by line, in their best form. */
final class Comparison {

  /** What is beyond counts only as the same or not. */
  private static final int MAX_COMPARED = 200_000;

  private static final int MAX_SHOWN = 5000;

  /** How much that is the same is shown before the first difference when not all can be. */
  private static final int CONTEXT_LINES = 100;

  private Comparison() {}

  static Json.Fields of(StoredEntry left, StoredEntry right) {
    var one = lines(left);
    var two = lines(right);
    var lines = Difference.of(one.window(0, MAX_COMPARED), two.window(0, MAX_COMPARED));
    var first = firstDifference(lines);
    var isWhole = Math.max(one.total(), two.total()) <= MAX_COMPARED;
    var same = first == lines.size() && (isWhole || samePayload(left, right));
    return Json.object().put("lines", shown(lines, first), DifferenceJson::of).put("same", same);
  }

  /** The lines of the best form; of an event its line. */
  private static Lines lines(StoredEntry stored) {
    var body = Bodies.body(stored);
    return body.payload().isEmpty()
        ? new Body(true, Bytes.utf8(EventLine.of(stored.entry()))).lines(Form.TEXT)
        : body.lines(body.forms().getFirst());
  }

  /** The index of the first line that is not in both; behind the last one when all are. */
  private static int firstDifference(List<Difference.Line> lines) {
    var first = 0;
    while (first < lines.size() && lines.get(first).side() == Difference.Side.BOTH) {
      first++;
    }
    return first;
  }

  private static boolean samePayload(StoredEntry left, StoredEntry right) {
    return Bodies.body(left).payload().equals(Bodies.body(right).payload());
  }

  private static List<Difference.Line> shown(List<Difference.Line> lines, int first) {
    var isAll = lines.size() <= MAX_SHOWN || first == lines.size();
    var from = isAll ? 0 : Math.max(0, first - CONTEXT_LINES);
    return lines.stream().skip(from).limit(MAX_SHOWN).toList();
  }
}
