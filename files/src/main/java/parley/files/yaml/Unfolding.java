package parley.files.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.files.problem.Problems;

/** Writes what stands in braces or brackets in lines, each part as it was. */
record Unfolding(Places places) {

  /**
   * The document with the outermost braces or brackets around a place, or at it, as lines; nothing
   * when there are none, or when they hold comments or lines already.
   */
  static Optional<YamlDocument> around(YamlDocument document, Pointer place) {
    var places = new Places(document);
    var way = Pointer.ROOT;
    for (var index = 0; index <= place.parts().size(); index++) {
      way = new Pointer(place.parts().subList(0, index));
      if (way.in(document.root()).isEmpty()) {
        return Optional.empty();
      }
      if (places.isFlow(way)) {
        break;
      }
    }
    return places.isFlow(way) && !way.isRoot() && places.count(way) > 0
        ? new Unfolding(places).unfolded(document, way)
        : Optional.empty();
  }

  private Optional<YamlDocument> unfolded(YamlDocument document, Pointer at) {
    var span = places.node(at).span();
    if (places.text().substring(span.start(), span.end()).contains("\n")) {
      return Optional.empty();
    }
    var problems = new Problems();
    return YamlReader.read(document.source().withText(inLines(at)), problems)
        .filter(read -> problems.count() == 0)
        .filter(read -> read.root().toValue().equals(document.root().toValue()));
  }

  private String inLines(Pointer at) {
    var end = places.node(at).span().end();
    var rest = places.text().substring(end, places.lineEnd(end)).stripTrailing();
    var pad = "\n" + " ".repeat(places.indent(at) + 2);
    var lines = String.join(pad, parts(at));
    return switch (at.last()) {
      case Pointer.Part.Key _ -> {
        var colon = places.text().indexOf(':', places.entry(at).key().span().end()) + 1;
        yield places.replace(colon, end + rest.length(), rest + pad + lines);
      }
      case Pointer.Part.Index _ -> {
        var start = places.node(at).span().start();
        var first = lines.indexOf('\n') < 0 ? lines.length() : lines.indexOf('\n');
        yield places.replace(
            start, end + rest.length(), lines.substring(0, first) + rest + lines.substring(first));
      }
    };
  }

  private List<String> parts(Pointer at) {
    var all = new ArrayList<String>();
    for (var index = 0; index < places.count(at); index++) {
      var part = places.part(at, index);
      var value = places.node(part).span();
      var written = places.text().substring(value.start(), value.end());
      all.add(part.last() instanceof Pointer.Part.Key ? key(part) + written : "- " + written);
    }
    return all;
  }

  private String key(Pointer part) {
    var key = places.entry(part).key().span();
    return places.text().substring(key.start(), key.end()) + ": ";
  }
}
