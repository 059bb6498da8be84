package parley.model.value;

/** What reading a JSON text came to. */
public sealed interface JsonReading {

  /** The text is JSON and means {@code value}. */
  record Read(Value value) implements JsonReading {}

  /**
   * The text is not JSON, or goes beyond a limit.
   *
   * @param offset where, in UTF-16 code units from the start
   * @param line where, from 1; lines end with LF
   * @param column where, in UTF-16 code units from 1
   * @param text what was found and what was expected
   */
  record Unreadable(int offset, int line, int column, String text) implements JsonReading {}
}
