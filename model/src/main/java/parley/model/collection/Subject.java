package parley.model.collection;

/** What a check looks at. */
public sealed interface Subject {

  /** A JSONPath into the message, or into the array of messages. */
  record Path(Source path) implements Subject {}

  /** A property of the message or of the connection. */
  record Property(Kind kind) implements Subject {}

  /** A header of the handshake's answer; its name is compared without case. */
  record Header(String name) implements Subject {}

  /** An XPath into an XML text. */
  record XPath(Source path) implements Subject {}

  /** A CSS selector into an HTML text. */
  record Css(Source selector) implements Subject {}

  /** The value of a template. */
  record Template(Source template) implements Subject {}

  /** The properties that have a name. */
  enum Kind {
    TEXT,
    HEX,
    KIND,
    SIZE,
    STATUS,
    CODE,
    REASON,
    SUBPROTOCOL
  }
}
