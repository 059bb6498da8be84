/**
 * Runs of tests as text: for people while they go on ({@link parley.report.test.LiveText}) and when
 * they have ended ({@link parley.report.test.TestText}), for machines as JUnit's XML ({@link
 * parley.report.test.JUnitXml}).
 *
 * <pre>
 *               +--> TestText --> a line, the steps, what went wrong, the summary
 * TestOutcome --+       (StepText, Diagnosis: CheckText with JsonDiff, Around with MessageLine)
 *               +--> JUnitXml --> one document
 *                          all of them through Look: colours, width, Redaction
 * </pre>
 */
package parley.report.test;
