/**
 * Runs of tests as files that tools and people open later. Pure functions from a {@link
 * parley.model.outcome.RunOutcome} to text; every text goes through the redaction on its way.
 *
 * <pre>
 *              +--> JsonReport (TestJson, StepJson) --> one document with everything
 * RunOutcome --+--> HtmlReport: the same objects, and a script that shows them
 *              +--> CtrfReport --> the Common Test Report Format
 * </pre>
 */
package parley.report.file;
