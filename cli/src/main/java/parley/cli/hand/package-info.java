/**
 * A conversation file in a person's hands, or in a pipe.
 *
 * <pre>
 * path --Opening--> HandFile --> HandSession
 *                                    ^
 *            prompt, FileChannel ----+
 * </pre>
 */
package parley.cli.hand;
