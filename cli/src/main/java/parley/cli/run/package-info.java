/**
 * The command {@code parley run}: conversations as tests.
 *
 * <pre>
 * paths --Selection--> a Workspace in its environment, and files of it
 *                         | workspace.test.Preparing: mock, data, plans
 *                         +--> Batch of TestCases --BatchRun--> TestOutcome --> Display, ReportFile
 * </pre>
 */
package parley.cli.run;
