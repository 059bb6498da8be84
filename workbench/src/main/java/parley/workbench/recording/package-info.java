/**
 * Steps made of what was done by hand.
 *
 * <pre>
 *   rows of a log --Recording, with what is Known--> Made steps --the person's choice--> file.step
 * </pre>
 *
 * <p>{@link parley.workbench.recording.Recording} is a function of values: no file, no log.
 */
package parley.workbench.recording;
