package parley.engine.path;

/** What reading a path came to. */
public sealed interface PathReading {

  /** A path, which ends before the offset {@code end} of the text. */
  record Read(JsonPath path, int end) implements PathReading {}

  /** No path: what was found at the offset {@code at} and what was expected. */
  record Wrong(int at, String text) implements PathReading {}
}
