package parley.files.yaml;

/** How a scalar is written. */
public enum Style {
  PLAIN,
  SINGLE_QUOTED,
  DOUBLE_QUOTED,
  /** A block after {@code |}. */
  LITERAL,
  /** A block after {@code >}. */
  FOLDED;

  /** Whether the scalar is a text whatever stands in it. */
  public boolean isQuoted() {
    return this == SINGLE_QUOTED || this == DOUBLE_QUOTED;
  }

  /** Whether it is a block of lines. */
  public boolean isBlock() {
    return this == LITERAL || this == FOLDED;
  }
}
