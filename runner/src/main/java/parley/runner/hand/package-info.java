/**
 * A conversation file in a person's hands: the same plan and the same session as in a test, with
 * steps that are given one by one.
 *
 * <pre>
 * HandPlan --> HandSession --Step--> LiveSession
 *                ^      |
 *   HandSteps ---+      +--entries, reports--> SessionWatcher
 * </pre>
 */
package parley.runner.hand;
