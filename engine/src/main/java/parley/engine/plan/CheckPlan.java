package parley.engine.plan;

import java.util.List;
import java.util.Optional;
import parley.model.collection.Check;
import parley.model.collection.Operation;
import parley.model.collection.Position;
import parley.model.collection.Subject;
import parley.model.outcome.CheckOutcome;

/** Statements that hold or do not, compiled: immutable, shared by all sessions. */
public final class CheckPlan {

  private CheckPlan() {}

  /** Compiles {@code checks}; what is wrong with them goes to {@code compiling}. */
  public static CheckPlan of(List<Check> checks, Compiling compiling) {
    return new CheckPlan();
  }

  /** Compiles what is asked of one subject. */
  public static CheckPlan of(
      Subject subject, List<Operation> operations, Position at, Compiling compiling) {
    return new CheckPlan();
  }

  /** Whether nothing is asked. */
  public boolean isEmpty() {
    return true;
  }

  /** Whether all hold. */
  public boolean matches(MessageSight sight) {
    return true;
  }

  /** What each came to, in order. */
  public List<CheckOutcome> outcomes(MessageSight sight) {
    return List.of();
  }

  /** The first that does not hold; empty when all do. */
  public Optional<CheckOutcome> firstMiss(MessageSight sight) {
    return Optional.empty();
  }
}
