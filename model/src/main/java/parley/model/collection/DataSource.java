package parley.model.collection;

/** Rows of variables; the conversation is run once for each. */
public record DataSource(Format format, Source file) {

  /** How the rows are written. */
  public enum Format {
    CSV,
    JSON,
    JSONL
  }
}
