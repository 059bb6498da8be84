package parley.store;

/** What came of reopening a session. */
public sealed interface Reopened {

  /** A log to read, as far as it was written by now; to be closed by who asked for it. */
  record Past(SessionLog log) implements Reopened {}

  /** The log that is being written here; who began it closes it. */
  record Live(SessionLog log) implements Reopened {}

  /** It was deleted, or never there. */
  record Gone() implements Reopened {}

  /** Its file cannot be read: one sentence. */
  record Unreadable(String why) implements Reopened {}
}
