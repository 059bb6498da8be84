package parley.model.collection;

/** One comparison, with the literal or template to compare with. */
public record Operation(Operator operator, Json operand) {}
