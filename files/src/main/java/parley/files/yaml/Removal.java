package parley.files.yaml;

import java.util.List;

/** Removes keys and items with their lines. */
record Removal(Places places) {

  /** What has to go so that nothing empty stays behind. */
  static Pointer emptied(YamlDocument document, Pointer at) {
    var places = new Places(document);
    var way = at;
    while (way.parts().size() > 1 && places.count(way.parent()) == 1) {
      way = way.parent();
    }
    return way;
  }

  String remove(Pointer at) {
    var index = places.indexOf(at);
    return switch (places.node(at.parent())) {
      case Node.Mapping map when map.entries().size() == 1 ->
          new Putting(places).put(at.parent(), new Value.Members(List.of()));
      case Node.Sequence list when list.items().size() == 1 ->
          new Putting(places).put(at.parent(), new Value.Items(List.of()));
      case Node.Mapping _, Node.Sequence _ -> part(at, index);
      case Node.Scalar _ -> throw new IllegalArgumentException("nothing at " + at);
    };
  }

  private String part(Pointer at, int index) {
    places.node(at);
    var start = places.start(at);
    if (places.isFlow(at.parent())) {
      return index > 0
          ? places.replace(
              places.flowEnd(places.part(at.parent(), index - 1)), places.flowEnd(at), "")
          : places.replace(start, places.start(places.part(at.parent(), 1)), "");
    }
    return places.beginsLine(start)
        ? places.replace(places.lineStart(start), belowComments(at, places.column(start)), "")
        : places.replace(start, places.start(places.part(at.parent(), index + 1)), "");
  }

  /**
   * Behind the lines of a part, and behind comments right below it that stand further in: they are
   * about it, and a block above would take them for its own lines.
   */
  private int belowComments(Pointer at, int column) {
    var text = places.text();
    var end = places.linesEnd(at);
    for (var line = end; line < text.length(); line = places.lineEnd(line)) {
      var first = line;
      while (first < text.length() && text.charAt(first) == ' ') {
        first++;
      }
      if (!text.startsWith("#", first) || first - line <= column) {
        break;
      }
      end = places.lineEnd(line);
    }
    return end;
  }
}
