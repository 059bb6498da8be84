/**
 * Runs compared with what was recorded of an earlier one.
 *
 * <pre>
 * model.snapshot.Snapshot --SnapshotPlan--> paths and patterns compiled
 *                                  |
 * TestOutcome.transcript --Observed--> Comparison (Alignment) --> Differences --> SnapshotReview
 *                             |
 *       one run and another --+--> Volatility --> Recorder: a Snapshot, or a SnapshotUpdate
 * </pre>
 */
package parley.runner.snapshot;
