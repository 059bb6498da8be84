package parley.engine.path;

import java.util.List;
import parley.model.value.Value;

/** A path by RFC 9535, immutable and shared by all that evaluate it. */
public final class JsonPath {

  /** How many nodes one evaluation may visit, those that filters visit included. */
  public static final int MAX_VISITS = 1_000_000;

  private final String text;
  private final List<Segment> segments;

  JsonPath(String text, List<Segment> segments) {
    this.text = text;
    this.segments = List.copyOf(segments);
  }

  List<Segment> segments() {
    return segments;
  }

  /** Whether it finds one node at most: names and indices only. */
  public boolean isSingular() {
    return segments.stream().allMatch(Segment::isSingular);
  }

  /** The nodes that it finds from {@code root}. */
  public Nodes find(Value root) {
    return new PathRun(root).find(segments);
  }

  /** A copy of {@code root} with {@code by} in place of every node that it finds. */
  public Value replace(Value root, Value by) {
    return new PathReplacement(find(root), by).in(Located.root(root));
  }

  /** The text that it was read from. */
  @Override
  public String toString() {
    return text;
  }
}
