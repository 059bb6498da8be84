package parley.engine.plan;

import parley.model.outcome.CheckOutcome;

/** A statement, and what its author says when it does not hold. */
record ToldStatement(Statement statement, TemplatePlan message) implements Statement {

  @Override
  public boolean holds(MessageSight sight) {
    return statement.holds(sight);
  }

  @Override
  public CheckOutcome outcome(MessageSight sight) {
    var outcome = statement.outcome(sight);
    return outcome.holds() ? outcome : outcome.withMessage(told(sight));
  }

  /** As it was written where it cannot be filled. */
  private String told(MessageSight sight) {
    return switch (message.text(sight.scope())) {
      case Filled.Of filled -> filled.text();
      case Filled.Faulty _ -> message.toString();
    };
  }
}
