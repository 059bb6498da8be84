package parley.report;

/** The colours of terminal text, or none of them. */
public enum Palette {
  PLAIN,
  COLORED;

  /** What a piece of text is; each has one look. */
  public enum Ink {
    SENT("36"),
    RECEIVED("32"),
    GOOD("32"),
    BAD("1;31"),
    WARNING("33"),
    FAINT("2"),
    STRONG("1"),
    NAME("34"),
    TEXT("32"),
    NUMBER("36"),
    WORD("35");

    private final String code;

    Ink(String code) {
      this.code = code;
    }
  }

  /** {@code text} in the look of {@code ink}; unchanged when plain. */
  public String paint(Ink ink, String text) {
    return switch (this) {
      case PLAIN -> text;
      case COLORED -> text.isEmpty() ? text : "\u001b[" + ink.code + "m" + text + "\u001b[0m";
    };
  }
}
