/**
 * Files that keep what a conversation received, {@code *.snapshot.yaml}: how they are read ({@link
 * parley.files.snapshot.SnapshotFormat}), written for the first time ({@link
 * parley.files.snapshot.SnapshotText}) and brought up to date with all that people wrote in them
 * ({@link parley.files.snapshot.SnapshotEdits}).
 */
package parley.files.snapshot;
