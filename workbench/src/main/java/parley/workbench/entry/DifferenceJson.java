package parley.workbench.entry;

import java.util.Locale;
import parley.model.value.Value;
import parley.workbench.call.Json;

/** A line of a comparison, see {@code DiffLine}: lines count from 1. */
final class DifferenceJson {

  private DifferenceJson() {}

  static Value of(Difference.Line line) {
    var json = Json.object().put("side", line.side().name().toLowerCase(Locale.ROOT));
    if (line.left() >= 0) {
      json.put("left", line.left() + 1);
    }
    if (line.right() >= 0) {
      json.put("right", line.right() + 1);
    }
    return json.put("text", line.text()).value();
  }
}
