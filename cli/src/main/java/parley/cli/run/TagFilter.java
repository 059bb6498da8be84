package parley.cli.run;

import java.util.ArrayList;
import java.util.List;
import parley.cli.option.Reading;

/**
 * Which tests one {@code --tag} lets through.
 *
 * @param wanted one of them is enough; empty lets through all
 * @param unwanted none of them
 */
record TagFilter(List<String> wanted, List<String> unwanted) {

  TagFilter {
    wanted = List.copyOf(wanted);
    unwanted = List.copyOf(unwanted);
  }

  /** Names with commas between them; a {@code -} or {@code !} before one leaves its tests out. */
  static Reading<TagFilter> parse(String text) {
    var wanted = new ArrayList<String>();
    var unwanted = new ArrayList<String>();
    for (var part : text.split(",", -1)) {
      var name = part.strip();
      var isLeftOut = name.startsWith("-") || name.startsWith("!");
      var tag = isLeftOut ? name.substring(1) : name;
      if (tag.isEmpty()) {
        return Reading.bad("tags with commas between them, - before those to leave out", "smoke");
      }
      (isLeftOut ? unwanted : wanted).add(tag);
    }
    return Reading.good(new TagFilter(wanted, unwanted));
  }

  boolean lets(List<String> tags) {
    return (wanted.isEmpty() || wanted.stream().anyMatch(tags::contains))
        && unwanted.stream().noneMatch(tags::contains);
  }
}
