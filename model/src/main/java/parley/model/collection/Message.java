package parley.model.collection;

/**
 * A message to send.
 *
 * @param wire how it goes on the wire
 * @param compress whether it is compressed where that was agreed
 */
public record Message(Content content, Wire wire, boolean compress, Position at) {

  /** The form of a message on the wire. */
  public enum Wire {
    /** Binary for hex, base64 and file, text for everything else. */
    BY_KIND,
    TEXT,
    BINARY
  }
}
