/**
 * Conversations as tests: a {@link parley.runner.test.TestRun} takes {@link
 * parley.runner.test.TestCase}s, runs each for every row of its data, several at a time, and gives
 * a {@link parley.model.outcome.TestOutcome} for each run.
 *
 * <pre>
 *   TestCase --a row each--> CaseRun --Schedule: as many as jobs--> Performance (a LiveSession)
 *                                                                        | reports, entries
 *   TestWatcher <--began, report, ended-- Performing, BoundedTranscript <+
 *                                              |
 *                          TestOutcome <-------+ Transcripts: what all of them keep together
 * </pre>
 */
package parley.runner.test;
