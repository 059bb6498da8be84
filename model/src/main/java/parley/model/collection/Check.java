package parley.model.collection;

import java.util.List;

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
}
