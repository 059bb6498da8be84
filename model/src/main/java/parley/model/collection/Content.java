package parley.model.collection;

/** What a message consists of, as written. */
public sealed interface Content {

  /** A text. */
  record Text(Source text) implements Content {}

  /** JSON whose shape is known. */
  record JsonValue(Json value) implements Content {}

  /** A block that is verbatim after templating. */
  record JsonBlock(Source text) implements Content {}

  /** An XML text. */
  record Xml(Source text) implements Content {}

  /** Bytes as hex digits; spaces between them say nothing. */
  record Hex(Source digits) implements Content {}

  /** Bytes in base64. */
  record Base64(Source text) implements Content {}

  /** What stands in a file. */
  record File(Source path) implements Content {}

  /** A ping with a payload of at most 125 bytes. */
  record Ping(Source payload) implements Content {}

  /** The start of the close. */
  record Close(CloseWith with) implements Content {}

  /** One frame exactly as said. */
  record Frame(FrameParts parts) implements Content {}

  /** Bytes straight to the wire, as hex digits. */
  record Raw(Source digits) implements Content {}
}
