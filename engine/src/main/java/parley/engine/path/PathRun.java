package parley.engine.path;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import parley.model.value.Value;

/** One evaluation of a path, with a budget of nodes. */
final class PathRun {

  private final Located root;
  private final FilterRun filters = new FilterRun(this);
  private int visits;

  PathRun(Value root) {
    this.root = Located.root(root);
  }

  Nodes find(List<Segment> segments) {
    var all = find(segments, root);
    return new Nodes(all, visits <= JsonPath.MAX_VISITS);
  }

  List<Located> find(Logic.Query query, Located current) {
    return find(query.segments(), query.relative() ? current : root);
  }

  private List<Located> find(List<Segment> segments, Located from) {
    var nodes = List.of(from);
    for (var segment : segments) {
      nodes = step(segment, nodes);
    }
    return nodes;
  }

  private List<Located> step(Segment segment, List<Located> nodes) {
    var found = new ArrayList<Located>();
    for (var node : nodes) {
      if (segment.descendant()) {
        descend(segment, node, found);
      } else {
        select(segment, node, found);
      }
    }
    return found;
  }

  private void descend(Segment segment, Located node, List<Located> found) {
    if (visit()) {
      select(segment, node, found);
      children(node, child -> descend(segment, child, found));
    }
  }

  private boolean visit() {
    return ++visits <= JsonPath.MAX_VISITS;
  }

  private void select(Segment segment, Located node, List<Located> found) {
    segment.selectors().forEach(selector -> select(selector, node, found));
  }

  private void select(Selector selector, Located node, List<Located> found) {
    switch (selector) {
      case Selector.Name name -> member(node, name.name(), found);
      case Selector.Index index -> element(node, index.index(), found);
      case Selector.Slice slice -> slice(node, slice, found);
      case Selector.Wildcard _ -> children(node, child -> add(child, found));
      case Selector.Filter filter -> filter(filter.test(), node, found);
    }
  }

  private void add(Located node, List<Located> found) {
    if (visit()) {
      found.add(node);
    }
  }

  private void filter(Logic test, Located node, List<Located> found) {
    children(
        node,
        child -> {
          if (visit() && filters.holds(test, child)) {
            found.add(child);
          }
        });
  }

  private void member(Located node, String name, List<Located> found) {
    if (node.value() instanceof Value.Fields(var all)) {
      var member = all.get(name);
      if (member != null) {
        add(node.member(name, member), found);
      }
    }
  }

  private void element(Located node, long index, List<Located> found) {
    if (node.value() instanceof Value.Items(var all)) {
      var at = index < 0 ? index + all.size() : index;
      if (at >= 0 && at < all.size()) {
        add(node.element((int) at, all.get((int) at)), found);
      }
    }
  }

  /** RFC 9535, 2.3.4.2.2. */
  private void slice(Located node, Selector.Slice slice, List<Located> found) {
    if (!(node.value() instanceof Value.Items(var all)) || slice.step() == 0) {
      return;
    }
    var step = slice.step();
    long size = all.size();
    var first = step > 0 ? 0 : size - 1;
    var last = step > 0 ? size : -1;
    var from = slice.from() == null ? first : bound(slice.from(), size, step);
    var to = slice.to() == null ? last : bound(slice.to(), size, step);
    for (var at = from; step > 0 ? at < to : at > to; at += step) {
      add(node.element((int) at, all.get((int) at)), found);
    }
  }

  private static long bound(long written, long size, long step) {
    var at = written < 0 ? written + size : written;
    return step > 0 ? Math.clamp(at, 0, size) : Math.clamp(at, -1, size - 1);
  }

  private static void children(Located node, Consumer<Located> each) {
    switch (node.value()) {
      case Value.Fields(var all) ->
          all.forEach((name, child) -> each.accept(node.member(name, child)));
      case Value.Items(var all) -> {
        for (var at = 0; at < all.size(); at++) {
          each.accept(node.element(at, all.get(at)));
        }
      }
      case Value _ -> {}
    }
  }
}
