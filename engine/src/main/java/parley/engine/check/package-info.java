/**
 * The operators of a conversation's checks as data: each is prepared once and then tells of any
 * number of values whether they pass.
 *
 * <pre>
 * {@link parley.model.collection.Operator} and an expected value --> {@link parley.engine.check.Check} --on a found value--> verdict
 * </pre>
 */
package parley.engine.check;
