package parley.workspace.snapshot;

/** What a run does with snapshots. */
public enum SnapshotUse {
  /** It compares with those that are there. */
  COMPARE,
  /** It makes those that are not there, and compares with the others. */
  RECORD,
  /** It brings those that are there up to date. */
  UPDATE
}
