/**
 * Conversations run as tests, from the workbench: some, a folder, or all.
 *
 * <pre>
 *   call "run.start" --TestSearch--> Found --TestsRun--> CaseResult of each
 *                                              |             |
 *   page &lt;--event "run"------------------------+       a session of the history
 * </pre>
 */
package parley.workbench.run;
