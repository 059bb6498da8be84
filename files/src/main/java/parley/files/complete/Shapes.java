package parley.files.complete;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import parley.files.format.FileKind;
import parley.files.shape.Beside;
import parley.files.shape.Key;
import parley.files.shape.NamedShape;
import parley.files.shape.Offer;
import parley.files.shape.Shape;

/** Finds the shapes of places. */
record Shapes(FileKind kind) {

  /** What may stand at a place. */
  Stream<Shape<?>> at(Place place) {
    return at(place.way(), isKey(place));
  }

  /** Whether a key is looked for, in the innermost map. */
  static boolean isKey(Place place) {
    return !place.way().isEmpty()
        && !place.way().getLast().frame().isList()
        && place.way().getLast().key().isEmpty();
  }

  private Stream<Shape<?>> at(List<Place.Step> way, boolean withoutLast) {
    var shapes = List.<Shape<?>>of(kind.shape());
    for (var step : withoutLast ? way.subList(0, way.size() - 1) : way) {
      shapes = shapes.stream().flatMap(shape -> inside(shape, step)).distinct().toList();
    }
    return shapes.stream();
  }

  private Stream<Shape<?>> inside(Shape<?> shape, Place.Step step) {
    return step.frame().isList()
        ? shape.items()
        : shape.behind(step.key(), new Beside(kind.scope(), step.frame().keys()));
  }

  /** The keys that may be written at a place, those of items where a list begins included. */
  Stream<Found> keys(Place place) {
    var beside = beside(place);
    var direct = at(place).flatMap(shape -> shape.keys(beside)).map(key -> new Found(key, false));
    var ofItems =
        at(place)
            .filter(shape -> !mayBeMap(shape))
            .flatMap(Shape::items)
            .flatMap(item -> item.keys(new Beside(kind.scope(), Set.of())))
            .map(key -> new Found(key, true));
    return place.part() == Place.Part.KEY ? Stream.concat(direct, ofItems) : direct;
  }

  private boolean mayBeMap(Shape<?> shape) {
    return shape.behind("", new Beside(kind.scope(), Set.of())).findAny().isPresent();
  }

  /**
   * A key that may be written.
   *
   * @param inItem whether it begins an item of a list whose dash is to be written, too
   */
  record Found(Key<?> key, boolean inItem) {}

  private Beside beside(Place place) {
    var keys = new LinkedHashSet<String>();
    if (isKey(place)) {
      keys.addAll(place.way().getLast().frame().keys());
      keys.remove(LineScan.unquoted(place.whole()));
    }
    return new Beside(kind.scope(), keys);
  }

  /** What holds when the value at a place is left out. */
  Stream<String> unsaid(Place place) {
    if (isKey(place) || place.way().isEmpty() || place.way().getLast().frame().isList()) {
      return Stream.empty();
    }
    var last = place.way().getLast();
    var others = new LinkedHashSet<>(last.frame().keys());
    others.remove(last.key());
    return at(place.way(), true)
        .flatMap(map -> map.keys(new Beside(kind.scope(), others)))
        .filter(key -> key.name().equals(last.key()))
        .flatMap(key -> key.byDefault().stream())
        .filter(text -> text.matches("[\\w.-]+"));
  }

  /** The names of something that the text has. */
  Stream<String> names(Scan scan, Offer.Named what) {
    return scan.seen().stream()
        .filter(one -> one.isKey() ? isNamedBy(one, what) : isNaming(one, what))
        .map(Scan.Seen::text)
        .filter(name -> !name.isEmpty())
        .distinct();
  }

  private boolean isNamedBy(Scan.Seen key, Offer.Named what) {
    return at(key.way(), true)
        .anyMatch(shape ->
            shape instanceof NamedShape<?, ?> map && map.names().filter(what::equals).isPresent());
  }

  private boolean isNaming(Scan.Seen value, Offer.Named what) {
    return at(value.way(), false).flatMap(Shape::offers).anyMatch(new Offer.Naming(what)::equals);
  }
}
