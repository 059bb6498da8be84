package parley.files.complete;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a scan of a text has seen: the maps and lists that are open, the place looked for. */
final class Scan {

  /**
   * A scalar and the maps and lists around it.
   *
   * @param isKey whether it is a key rather than a value
   */
  record Seen(List<Place.Step> way, String text, boolean isKey) {}

  private final String text;
  private final int offset;
  private final ArrayDeque<Frame> open = new ArrayDeque<>(); // the outermost first
  private final List<Seen> seen = new ArrayList<>();
  private @Nullable Place place;

  Scan(String text, int offset) {
    this.text = text;
    this.offset = offset;
  }

  String text() {
    return text;
  }

  int offset() {
    return offset;
  }

  Optional<Place> place() {
    return Optional.ofNullable(place);
  }

  List<Seen> seen() {
    return seen;
  }

  int depth() {
    return open.size();
  }

  Optional<Frame> top() {
    return Optional.ofNullable(open.peekLast());
  }

  void push(Frame frame) {
    open.addLast(frame);
  }

  void pop() {
    open.removeLast();
  }

  void popTo(int depth) {
    while (open.size() > depth) {
      pop();
    }
  }

  /** A dash at a column: the list that it belongs to is open then. */
  void dash(int column) {
    popWhileDeeper(column);
    if (top().filter(one -> one.isList() && one.column() == column).isEmpty()) {
      push(Frame.list(column));
    }
  }

  /** The map whose keys stand in a column. */
  Frame map(int column) {
    popWhileDeeper(column);
    if (top().filter(one -> one.isList() && one.column() == column).isPresent()) {
      pop();
    }
    if (top().filter(one -> !one.isList() && one.column() == column).isEmpty()) {
      push(Frame.map(column));
    }
    return open.getLast();
  }

  private void popWhileDeeper(int column) {
    while (top().filter(one -> one.column() > column).isPresent()) {
      pop();
    }
  }

  void see(String scalar) {
    seen.add(new Seen(way(), scalar, false));
  }

  void seeKey(String key) {
    seen.add(new Seen(way(), key, true));
  }

  private List<Place.Step> way() {
    return open.stream()
        .map(frame -> new Place.Step(frame, frame.hasKey() ? frame.key() : ""))
        .toList();
  }

  /** Whether the place looked for is between two indices, both included. */
  boolean isIn(int from, int to) {
    return place == null && from <= offset && offset <= to;
  }

  /** The place looked for is behind a key, or in an item. */
  void found(Place.Part part, int from, int indent) {
    place = new Place(way(), part, from, indent, typed(from), typed(from));
  }

  /** The place looked for is that of a key in the innermost map. */
  void foundKey(Place.Part part, int from, int to, int indent) {
    var way = new ArrayList<>(way());
    way.set(way.size() - 1, new Place.Step(open.getLast(), ""));
    place = new Place(way, part, from, indent, typed(from), text.substring(from, to));
  }

  /** The same, in what is open at a column; the scan goes on as if nothing stood there. */
  void foundEmpty(int column) {
    var way = new ArrayList<Place.Step>();
    for (var frame : open) {
      var outer = frame.column() < column;
      if (outer) {
        way.add(new Place.Step(frame, frame.key()));
      } else if (frame.column() == column && !frame.isList()) {
        way.add(new Place.Step(frame, ""));
      }
    }
    var hasMap = !way.isEmpty() && way.getLast().frame().column() == column;
    if (!hasMap) {
      way.add(new Place.Step(Frame.map(column), ""));
    }
    place = new Place(way, Place.Part.KEY, offset, column, "", "");
  }

  private String typed(int from) {
    return text.substring(Math.min(from, offset), offset);
  }
}
