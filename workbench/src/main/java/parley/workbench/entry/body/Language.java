package parley.workbench.entry.body;

import parley.protocol.frame.Bytes;

/** What a payload is written in, by its first and last characters: see {@code EntryDetail}. */
public enum Language {
  JSON("json"),
  XML("xml"),
  TEXT("text"),
  BINARY("binary");

  private final String word;

  Language(String word) {
    this.word = word;
  }

  /** As the page knows it. */
  public String word() {
    return word;
  }

  /**
   * The language of a payload.
   *
   * @param text whether it came as a text; other bytes may be one, too
   */
  static Language of(boolean text, Bytes payload) {
    if (payload.isEmpty()) {
      return text ? TEXT : BINARY;
    }
    var first = payload.at(firstInk(payload));
    var last = payload.at(lastInk(payload));
    if ((first == '{' && last == '}') || (first == '[' && last == ']')) {
      return text || payload.isUtf8() ? JSON : BINARY;
    }
    if (first == '<' && last == '>') {
      return text || payload.isUtf8() ? XML : BINARY;
    }
    return text ? TEXT : BINARY;
  }

  private static int firstInk(Bytes payload) {
    var at = 0;
    while (at < payload.size() - 1 && isSpace(payload.at(at))) {
      at++;
    }
    return at;
  }

  private static int lastInk(Bytes payload) {
    var at = payload.size() - 1;
    while (at > 0 && isSpace(payload.at(at))) {
      at--;
    }
    return at;
  }

  private static boolean isSpace(byte value) {
    return value == ' ' || value == '\n' || value == '\r' || value == '\t';
  }
}
