package parley.files.problem;

/** How bad a problem is. */
public enum Severity {
  /** The file does not say what to do. */
  ERROR,
  /** The file can be used, and probably does not say what was meant. */
  WARNING
}
