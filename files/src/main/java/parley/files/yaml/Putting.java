package parley.files.yaml;

/** Sets the value at a place. */
record Putting(Places places) {

  String put(Pointer at, Value value) {
    if (isMissing(at)) {
      return new Insertion(places).key(at, places.count(at.parent()), value);
    }
    var node = places.node(at);
    if (node instanceof Node.Scalar old
        && value instanceof Value.Scalar scalar
        && !old.isNothing()) {
      var flow = places.inFlow(at);
      var written = Layout.likeBefore(scalar, old.style(), flow ? 0 : places.indent(at), flow);
      return inPlaceOf(old.span().start(), places.end(old), written);
    }
    return places.inFlow(at) || at.isRoot() ? inFlow(node, value) : inBlock(node, at, value);
  }

  private boolean isMissing(Pointer at) {
    return !at.isRoot()
        && places.node(at.parent()) instanceof Node.Mapping map
        && map.entry(ValueEditor.keyOf(at.last())).isEmpty();
  }

  private String inFlow(Node node, Value value) {
    var space = needsSpace(node) ? " " : "";
    return places.replace(node.span().start(), places.end(node), space + Layout.inline(value));
  }

  /** Nothing stands right after the colon or dash. */
  private boolean needsSpace(Node node) {
    var start = node.span().start();
    return start > 0
        && !Character.isWhitespace(places.text().charAt(start - 1))
        && "[{".indexOf(places.text().charAt(start - 1)) < 0;
  }

  private String inBlock(Node node, Pointer at, Value value) {
    return switch (at.last()) {
      case Pointer.Part.Key _ -> {
        var colon = places.text().indexOf(':', places.entry(at).key().span().end()) + 1;
        yield replaced(
            colon, Math.max(colon, places.end(node)), Layout.afterKey(value, places.indent(at)));
      }
      case Pointer.Part.Index _ -> {
        var dash = places.start(at);
        yield replaced(
            dash, Math.max(dash + 1, places.end(node)), Layout.item(value, places.column(dash)));
      }
    };
  }

  /** A comment behind what stood there stays behind the first line of what does now. */
  private String replaced(int from, int to, String written) {
    var lineEnd = places.lineEnd(to);
    var rest = places.text().substring(to, lineEnd).stripTrailing();
    var firstLine = written.indexOf('\n');
    if (firstLine < 0 || !rest.strip().startsWith("#")) {
      return inPlaceOf(from, to, written);
    }
    var commented = written.substring(0, firstLine) + rest + written.substring(firstLine);
    return places.replace(from, to + rest.length(), commented);
  }

  /** Spaces at the end of the line go, too: behind the last line of a block they would be said. */
  private String inPlaceOf(int from, int to, String written) {
    var text = places.text();
    var end = to;
    while (end < text.length() && " \t".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    var blank = end == text.length() || "\r\n".indexOf(text.charAt(end)) >= 0;
    return places.replace(from, blank && written.contains("\n") ? end : to, written);
  }
}
