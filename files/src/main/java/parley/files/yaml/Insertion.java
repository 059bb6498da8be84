package parley.files.yaml;

/** Makes new keys and items. */
record Insertion(Places places) {

  String key(Pointer at, int index, Value value) {
    var map = at.parent();
    if (!(places.node(map) instanceof Node.Mapping node)) {
      throw new IllegalArgumentException("no map around " + at);
    }
    var key = Layout.key(ValueEditor.keyOf(at.last())) + ":";
    if (map.isRoot() && node.entries().isEmpty()) {
      return places.replace(
          node.span().start(), node.span().end(), key + Layout.afterKey(value, 0));
    }
    if (places.isFlow(map) || node.entries().isEmpty()) {
      var shown = Layout.inline(value);
      return inFlow(map, index, key + (shown.isEmpty() ? "" : " " + shown), "{ ", " }");
    }
    var indent = places.column(places.start(places.part(map, 0)));
    return inLines(map, index, indent, key + Layout.afterKey(value, indent));
  }

  String item(Pointer at, Value value) {
    var list = at.parent();
    if (!(places.node(list) instanceof Node.Sequence node)) {
      throw new IllegalArgumentException("no list at " + list);
    }
    var index = ValueEditor.indexOf(at.last(), node.items().size());
    if (places.isFlow(list) || node.items().isEmpty()) {
      return inFlow(list, index, Layout.inline(value), "[", "]");
    }
    var indent = places.column(places.start(list.at(0)));
    return inLines(list, index, indent, Layout.item(value, indent));
  }

  // braces and brackets

  private String inFlow(Pointer at, int index, String part, String open, String close) {
    var span = places.node(at).span();
    if (places.count(at) == 0) {
      return places.replace(span.start(), span.end(), open + part + close);
    }
    var comma = "," + between(at);
    if (index == places.count(at)) {
      var end = places.flowEnd(places.part(at, index - 1));
      return places.replace(end, end, comma + part);
    }
    var start = places.start(places.part(at, index));
    return places.replace(start, start, part + comma);
  }

  /** What stands between two parts: a line end and the indent, where each has its line. */
  private String between(Pointer at) {
    if (places.count(at) < 2) {
      return " ";
    }
    var second = places.start(places.part(at, 1));
    return places.beginsLine(second) ? "\n" + " ".repeat(places.column(second)) : " ";
  }

  // lines

  private String inLines(Pointer at, int index, int indent, String written) {
    var pad = " ".repeat(indent);
    var gap = hasEmptyLines(at) ? "\n" : "";
    if (index > 0) {
      return after(places.part(at, index - 1), gap + pad + written);
    }
    var next = places.part(at, 0);
    var start = places.start(next);
    if (!places.beginsLine(start)) {
      return places.replace(start, start, written + "\n" + gap + pad);
    }
    // comments at the head of a file are about the file
    var line = at.isRoot() ? places.lineStart(start) : places.leadStart(next);
    return places.replace(line, line, pad + written + "\n" + gap);
  }

  /** Whether all parts stand apart from each other, and not by chance. */
  private boolean hasEmptyLines(Pointer at) {
    var count = places.count(at);
    var telling = count > 2;
    for (var index = 0; index + 1 < count; index++) {
      var part = places.part(at, index);
      var end = places.linesEnd(part);
      telling |= places.lineEnd(places.start(part)) < end;
      if (!hasEmptyLine(places.text().substring(end, places.start(places.part(at, index + 1))))) {
        return false;
      }
    }
    return count > 1 && telling;
  }

  private static boolean hasEmptyLine(String between) {
    return between.substring(0, between.lastIndexOf('\n') + 1).lines().anyMatch(String::isBlank);
  }

  private String after(Pointer part, String lines) {
    var index = places.linesEnd(part);
    var before = places.text().substring(0, index);
    var newline = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
    return places.replace(index, index, newline + lines + "\n");
  }
}
