package parley.junit;

import parley.model.collection.Operator;

/**
 * What something should be; made by the methods of {@link Parley}.
 *
 * @param operator as files have it
 * @param operand a text, number, truth value, list or map; texts may hold templates
 */
public record Is(Operator operator, Object operand) {}
