/**
 * Conversations as tests: some files of a collection made ready and run together.
 *
 * <pre>
 * Selection --Preparing: mock, data, plans--> Batch of TestCases --BatchRun--> TestOutcome
 * </pre>
 */
package parley.workspace.test;
