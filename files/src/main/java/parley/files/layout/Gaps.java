package parley.files.layout;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import parley.files.yaml.Node;

/** Finds where one space should stand: after a colon, a dash, a comma. */
final class Gaps {

  private static final Pattern COLON = Pattern.compile("[ \t]*:[ \t]*");
  private static final Pattern COMMA = Pattern.compile("[ \t]*,[ \t]*");
  private static final Pattern DASH = Pattern.compile("-[ \t]+");

  /** What stands between two parts. */
  record Gap(int start, int end, String written) {}

  private final String text;
  private final NavigableMap<Integer, Gap> found = new TreeMap<>();

  private Gaps(String text) {
    this.text = text;
  }

  /** By where they begin; none goes over the end of a line. */
  static NavigableMap<Integer, Gap> of(Node root, String text) {
    var gaps = new Gaps(text);
    gaps.look(root);
    return gaps.found;
  }

  private void look(Node node) {
    switch (node) {
      case Node.Mapping map -> {
        map.entries().forEach(this::entry);
        if (map.flow()) {
          commas(map.entries().stream().map(Gaps::end).toList(), starts(map));
        }
      }
      case Node.Sequence list -> {
        list.items().forEach(this::look);
        if (list.flow()) {
          commas(
              list.items().stream().map(one -> one.span().end()).toList(),
              list.items().stream().map(one -> one.span().start()).toList());
        } else {
          list.items().forEach(this::dash);
        }
      }
      case Node.Scalar _ -> {}
    }
  }

  private void entry(Node.Entry entry) {
    if (!(entry.value() instanceof Node.Scalar scalar && scalar.isNothing())) {
      between(
          /* start= */ entry.key().span().end(),
          /* end= */ entry.value().span().start(),
          COLON,
          ": ");
    }
    look(entry.value());
  }

  private static int end(Node.Entry entry) {
    return Math.max(entry.key().span().end(), entry.value().span().end());
  }

  private static List<Integer> starts(Node.Mapping map) {
    return map.entries().stream().map(entry -> entry.key().span().start()).toList();
  }

  private void commas(List<Integer> ends, List<Integer> starts) {
    for (var index = 1; index < starts.size(); index++) {
      between(ends.get(index - 1), starts.get(index), COMMA, ", ");
    }
  }

  private void dash(Node item) {
    var start = item.span().start();
    var dash = start - 1;
    while (dash > 0 && (text.charAt(dash) == ' ' || text.charAt(dash) == '\t')) {
      dash--;
    }
    if (!(item instanceof Node.Scalar scalar && scalar.isNothing())) {
      between(Math.max(dash, 0), start, DASH, "- ");
    }
  }

  private void between(int start, int end, Pattern pattern, String written) {
    if (start < end && end <= text.length()) {
      var now = text.substring(start, end);
      if (pattern.matcher(now).matches() && !now.equals(written)) {
        found.put(start, new Gap(start, end, written));
      }
    }
  }
}
