package parley.engine.path;

import java.util.List;

/** One step of a path: to children, or to all descendants (RFC 9535, 2.5). */
record Segment(boolean descendant, List<Selector> selectors) {

  Segment {
    selectors = List.copyOf(selectors);
  }

  /** Whether it leads to one node at most. */
  boolean isSingular() {
    return !descendant
        && selectors.size() == 1
        && (selectors.getFirst() instanceof Selector.Name
            || selectors.getFirst() instanceof Selector.Index);
  }
}
