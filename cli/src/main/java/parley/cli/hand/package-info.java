/**
 * A conversation file in a person's hands, or in a pipe: the same plan and the same session as in a
 * test, with steps that are given one by one.
 *
 * <pre>
 * path --Opening--> HandFile --> HandSession --Step--> LiveSession
 *                                    ^  |
 *            prompt, FileChannel ----+  +--entries, reports--> SessionWatcher
 * </pre>
 */
package parley.cli.hand;
