/**
 * Snapshots of conversations in a run of tests: {@link parley.workspace.snapshot.Snapshots} has
 * runs compared with them, or keeps new ones.
 */
package parley.workspace.snapshot;
