package parley.engine.plan;

import parley.model.outcome.CheckOutcome;

/** One statement of a check, compiled. */
sealed interface Statement
    permits ExpressionStatement,
        OperationStatement,
        SequenceStatement,
        OrderStatement,
        FollowingStatement,
        UniqueStatement,
        ToldStatement {

  /** Whether it holds. */
  boolean holds(MessageSight sight);

  /** What it came to. */
  CheckOutcome outcome(MessageSight sight);
}
