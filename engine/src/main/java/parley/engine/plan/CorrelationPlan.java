package parley.engine.plan;

/**
 * Pairs what was sent with its answer.
 *
 * @param send the id of a send step or the name of a saved message
 * @param by what is the same in both, as an expression over {@code $}
 */
public record CorrelationPlan(String send, ExpressionPlan by) {}
