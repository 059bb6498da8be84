package parley.protocol.deflate;

import java.util.List;

/** What Sec-WebSocket-Extensions says, read by the grammar of RFC 6455, 9.1. */
public sealed interface ExtensionList {

  /** The list follows the grammar. */
  record Valid(List<Extension> extensions) implements ExtensionList {
    public Valid {
      extensions = List.copyOf(extensions);
    }
  }

  /**
   * The list breaks the grammar; the connection must fail.
   *
   * @param why what was expected and where
   */
  record Malformed(String why) implements ExtensionList {}

  /** Reads the values of all headers of that name in their order; none is an empty list. */
  static ExtensionList parse(List<String> headerValues) {
    return new ExtensionParser(String.join(",", headerValues)).parse();
  }
}
