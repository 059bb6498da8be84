package parley.files.collection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import parley.files.format.Format;
import parley.files.shape.Key;
import parley.files.shape.Merge;
import parley.files.yaml.Node;
import parley.files.yaml.Span;
import parley.files.yaml.Style;
import parley.model.collection.Position;

/**
 * Makes one tree of what a collection, its folders, an environment and a conversation say. Every
 * node keeps its place, so that where a value comes from is known without any bookkeeping.
 */
final class Inheritance {

  private Inheritance() {}

  /** The effective tree of a conversation: the nearer a layer, the later it stands. */
  static Node.Mapping effective(List<Node.Mapping> layers, Node.Mapping own) {
    var merged = new Node.Mapping(List.of(), false, own.span());
    for (var layer : layers) {
      merged = merge(merged, without(layer, Merge.NEVER), Inheritance::rule);
    }
    return withWholeConnections(merge(merged, own, Inheritance::rule));
  }

  /** What a file inherits of its layers. */
  static Node.Mapping inherited(Path file, List<Node.Mapping> layers) {
    var nowhere = new Span(new Position(file, 1, 1), 0, 0);
    var merged = new Node.Mapping(List.of(), false, nowhere);
    for (var layer : layers) {
      merged = merge(merged, without(layer, Merge.NEVER), Inheritance::rule);
    }
    return merged;
  }

  private static Merge rule(String key) {
    return Format.EFFECTIVE.key(key).map(Key::merge).orElse(Merge.NEVER);
  }

  private static Node.Mapping without(Node.Mapping map, Merge unwanted) {
    var kept = map.entries().stream().filter(entry -> rule(entry.name()) != unwanted).toList();
    return new Node.Mapping(kept, map.flow(), map.span());
  }

  private static Node.Mapping merge(
      Node.Mapping above, Node.Mapping own, Function<String, Merge> rule) {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    above.entries().forEach(entry -> entries.put(entry.name(), entry));
    for (var entry : own.entries()) {
      combine(Optional.ofNullable(entries.get(entry.name())), entry, rule.apply(entry.name()))
          .ifPresentOrElse(
              one -> entries.put(entry.name(), one), () -> entries.remove(entry.name()));
    }
    return new Node.Mapping(List.copyOf(entries.values()), false, own.span());
  }

  private static Optional<Node.Entry> combine(
      Optional<Node.Entry> above, Node.Entry own, Merge rule) {
    if (rule == Merge.UNLESS_INHERIT && isInherit(own.value())) {
      return above;
    }
    return Optional.of(
        above
            .map(entry -> new Node.Entry(own.key(), combine(entry.value(), own.value(), rule)))
            .orElse(own));
  }

  private static boolean isInherit(Node node) {
    return node instanceof Node.Scalar scalar && scalar.text().equals("inherit");
  }

  private static Node combine(Node above, Node own, Merge rule) {
    return switch (rule) {
      case REPLACE, NEVER, UNLESS_INHERIT -> own;
      case BY_KEY -> maps(above, own, Merge.REPLACE);
      case DEEP -> maps(above, own, Merge.DEEP);
      case FIELDS -> fields(above, own);
      case JOIN -> join(own, above, own);
      case JOIN_BEHIND -> join(above, own, own);
    };
  }

  private static Node maps(Node above, Node own, Merge inner) {
    return above instanceof Node.Mapping outer && own instanceof Node.Mapping map
        ? merge(outer, map, key -> inner)
        : own;
  }

  private static Node join(Node first, Node second, Node own) {
    return first instanceof Node.Sequence some && second instanceof Node.Sequence more
        ? new Node.Sequence(
            Stream.concat(some.items().stream(), more.items().stream()).toList(), false, own.span())
        : own;
  }

  /** Names are compared as those of headers are, without case; a map stays one where it can. */
  private static Node fields(Node above, Node own) {
    var names = named(own).map(Named::name).toList();
    var kept = named(above).filter(one -> !names.contains(one.name())).toList();
    if (above instanceof Node.Mapping && own instanceof Node.Mapping map) {
      var entries = new ArrayList<>(kept.stream().map(Named::entry).toList());
      entries.addAll(map.entries());
      return new Node.Mapping(entries, false, own.span());
    }
    var items = Stream.concat(kept.stream(), named(own)).<Node>map(Named::item).toList();
    return new Node.Sequence(items, false, own.span());
  }

  private static Stream<Named> named(Node fields) {
    return switch (fields) {
      case Node.Mapping map -> map.entries().stream().map(Inheritance::ofEntry);
      case Node.Sequence list -> list.items().stream().flatMap(Inheritance::ofItem);
      case Node.Scalar scalar -> Stream.empty();
    };
  }

  private static Named ofEntry(Node.Entry entry) {
    var span = entry.key().span();
    var name = new Node.Entry(new Node.Scalar("name", Style.PLAIN, span), entry.key());
    var rest =
        entry.value() instanceof Node.Mapping map
            ? map.entries()
            : List.of(new Node.Entry(new Node.Scalar("value", Style.PLAIN, span), entry.value()));
    var entries = Stream.concat(Stream.of(name), rest.stream()).toList();
    return new Named(lower(entry.name()), entry, new Node.Mapping(entries, true, span));
  }

  private static Stream<Named> ofItem(Node item) {
    return item instanceof Node.Mapping map
            && map.find("name").orElse(item) instanceof Node.Scalar name
        ? Stream.of(new Named(lower(name.text()), new Node.Entry(name, map), map))
        : Stream.empty();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Each further connection says what is different on it; here it gets all the rest. */
  private static Node.Mapping withWholeConnections(Node.Mapping effective) {
    var keys = Format.connectionKeys().stream().map(Key::name).toList();
    var base = effective.entries().stream().filter(entry -> keys.contains(entry.name())).toList();
    var main = new Node.Mapping(base, false, effective.span());
    var entries =
        effective.entries().stream()
            .map(entry -> entry.name().equals("connections") ? completed(entry, main) : entry)
            .toList();
    return new Node.Mapping(entries, false, effective.span());
  }

  private static Node.Entry completed(Node.Entry connections, Node.Mapping main) {
    if (!(connections.value() instanceof Node.Mapping map)) {
      return connections;
    }
    var whole = map.entries().stream().map(one -> complete(one, main)).toList();
    return new Node.Entry(connections.key(), new Node.Mapping(whole, false, map.span()));
  }

  private static Node.Entry complete(Node.Entry connection, Node.Mapping main) {
    return connection.value() instanceof Node.Mapping map
        ? new Node.Entry(connection.key(), merge(main, map, Inheritance::rule))
        : connection;
  }

  /** A field by its name, as an entry of a map and as an item of a list. */
  private record Named(String name, Node.Entry entry, Node.Mapping item) {}
}
