/**
 * The operators of a conversation's checks as data: each is prepared once and then tells of any
 * number of values whether they pass, and if not what was expected, what was found and where.
 *
 * <pre>
 * {@link parley.engine.check.Operator} and an expected value --> {@link parley.engine.check.Check} --on a found value--> {@link parley.engine.check.Outcome}
 * </pre>
 */
package parley.engine.check;
