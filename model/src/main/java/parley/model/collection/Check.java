package parley.model.collection;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement that holds or does not: one grammar for {@code where}, {@code assert}, {@code check}.
 */
public sealed interface Check {

  /** Where the statement begins. */
  Position at();

  /** An expression that is true. */
  record Expression(Source expression) implements Check {
    @Override
    public Position at() {
      return expression.at();
    }
  }

  /** A subject for which all operations hold. */
  record Of(Subject subject, List<Operation> operations, Position at) implements Check {
    public Of {
      operations = List.copyOf(operations);
    }
  }

  /** The whole message follows the JSON Schema in a file. */
  record Schema(Source file, Position at) implements Check {}

  /** Over the messages taken, each one's {@code from} follows the {@code to} of the one before. */
  record Sequence(Source from, Source to, Json step, Position at) implements Check {}

  /** The values at {@code path} of the messages taken go in one direction. */
  record Order(Source path, Direction direction, Position at) implements Check {}

  /**
   * Each of {@code values} comes at {@code path}, one after the other; others may stand between.
   */
  record Following(Source path, Json values, Position at) implements Check {}

  /**
   * Each value at {@code path} of the messages taken comes once.
   *
   * @param exactlyOrNull the values that come, each of them once and no other
   */
  record Unique(Source path, @Nullable Json exactlyOrNull, Position at) implements Check {

    /** The values that come. */
    public Optional<Json> exactly() {
      return Optional.ofNullable(exactlyOrNull);
    }
  }

  /** A statement, and what its author says when it does not hold. */
  record Told(Check check, Source message) implements Check {
    @Override
    public Position at() {
      return check.at();
    }
  }

  /** How values go from one message to the next. */
  enum Direction {
    INCREASING,
    NOT_DECREASING,
    DECREASING,
    NOT_INCREASING
  }
}
