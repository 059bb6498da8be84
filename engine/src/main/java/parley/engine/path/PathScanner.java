package parley.engine.path;

import java.util.List;
import java.util.Optional;
import parley.model.value.Decimal;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;

/**
 * A comparison of one path with one constant, such as {@code $.type == "ack"}, to be decided by a
 * {@link JsonScan} on the bytes of a message. Immutable, shared by all sessions.
 */
public final class PathScanner {

  /** One step of the path. */
  sealed interface Step {

    /** To the member of that name in UTF-8. */
    record Member(Bytes name) implements Step {}

    /** To the element at that place. */
    record Element(long index) implements Step {}
  }

  private final List<Step> steps;
  private final Comparison comparison;
  private final Value constant;
  private final Bytes text;
  private final PlainNumber number;

  private PathScanner(List<Step> steps, Comparison comparison, Value constant) {
    this.steps = steps;
    this.comparison = comparison;
    this.constant = constant;
    this.text = constant instanceof Value.Text(var one) ? Bytes.utf8(one) : Bytes.EMPTY;
    this.number =
        constant instanceof Decimal one
            ? PlainNumber.of(one.text()).orElseThrow()
            : new PlainNumber(0, 0);
  }

  /**
   * A scanner for {@code path comparison constant}; empty where the path has more than names and
   * indices from the start, the constant is a list, a map or no plain number, or has no such order.
   */
  public static Optional<PathScanner> of(JsonPath path, Comparison comparison, Value constant) {
    if (!path.isSingular() || !isScannable(constant, comparison)) {
      return Optional.empty();
    }
    var steps = path.segments().stream().flatMap(segment -> step(segment).stream()).toList();
    return steps.size() == path.segments().size()
        ? Optional.of(new PathScanner(steps, comparison, constant))
        : Optional.empty();
  }

  private static boolean isScannable(Value constant, Comparison comparison) {
    return switch (constant) {
      case Value.Null _ -> comparison.isEquality();
      case Value.Bool _ -> comparison.isEquality();
      case Decimal number -> PlainNumber.of(number.text()).isPresent();
      case Value.Text(var text) -> isUnicode(text);
      case Value.Items _ -> false;
      case Value.Fields _ -> false;
    };
  }

  /** Whether it has a UTF-8 form: no halves of surrogate pairs. */
  private static boolean isUnicode(String text) {
    return Bytes.utf8(text).toText().equals(text);
  }

  private static Optional<Step> step(Segment segment) {
    if (segment.selectors().getFirst() instanceof Selector.Name(var name)) {
      return isUnicode(name) ? Optional.of(new Step.Member(Bytes.utf8(name))) : Optional.empty();
    }
    // A singular path has names and indices only.
    var index = ((Selector.Index) segment.selectors().getFirst()).index();
    return index >= 0 ? Optional.of(new Step.Element(index)) : Optional.empty();
  }

  int depth() {
    return steps.size();
  }

  Step step(int level) {
    return steps.get(level);
  }

  Comparison comparison() {
    return comparison;
  }

  Value constant() {
    return constant;
  }

  Bytes text() {
    return text;
  }

  PlainNumber number() {
    return number;
  }
}
