/**
 * A step tried before it is run: as it would be after an edit that nobody has saved, on messages
 * that came.
 *
 * <pre>
 *   call "step.try" --> the file with the edit --plan--> Rehearsal &lt;-- messages of a log
 * </pre>
 */
package parley.workbench.trial;
