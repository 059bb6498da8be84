/**
 * What the steps of a conversation came to, as the page shows them: in their places in the file,
 * beside the messages that they sent or matched.
 *
 * <pre>
 *   Plan, YAML --StepTree--> places
 *                              |
 *   StepBegan, StepEnded, sent messages --StepResults--> StepResultJson
 * </pre>
 */
package parley.workbench.step;
