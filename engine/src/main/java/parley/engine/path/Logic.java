package parley.engine.path;

import com.google.re2j.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.model.value.Value;

/** What a filter tests (RFC 9535, 2.3.5). */
sealed interface Logic {

  /** Any of them holds. */
  record Any(List<Logic> parts) implements Logic {}

  /** All of them hold. */
  record All(List<Logic> parts) implements Logic {}

  /** It does not hold. */
  record Not(Logic part) implements Logic {}

  /** Two values compare so. */
  record Compare(Operand left, Comparison comparison, Operand right) implements Logic {}

  /** The query finds a node. */
  record Exists(Query query) implements Logic {}

  /**
   * A text matches a regular expression.
   *
   * @param whole whether all of the text must match
   * @param constant the expression, where it is a constant that compiles
   */
  record Matches(Operand text, Operand pattern, boolean whole, @Nullable Pattern constant)
      implements Logic {}

  /** A path inside a filter, from the tested node or from the root. */
  record Query(boolean relative, List<Segment> segments) {

    public Query {
      segments = List.copyOf(segments);
    }

    boolean isSingular() {
      return segments.stream().allMatch(Segment::isSingular);
    }
  }

  /** What yields one value or nothing. */
  sealed interface Operand {

    /** A constant. */
    record Literal(Value value) implements Operand {}

    /** The value of a query that finds one node at most; of any query for {@code value(...)}. */
    record ValueOf(Query query) implements Operand {}

    /** How long a text, list or map is. */
    record Length(Operand of) implements Operand {}

    /** How many nodes a query finds. */
    record Count(Query query) implements Operand {}
  }
}
