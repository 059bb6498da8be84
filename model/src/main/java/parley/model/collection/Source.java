package parley.model.collection;

/**
 * A text as written, with templates or an expression in it, and where it stands. Paths in it are
 * relative to the folder of the file it stands in.
 *
 * @param at where the text itself begins, after an opening quote; for a block of lines the place of
 *     its header
 * @param indent of a block of lines, by how many columns they are indented; else {@link #ONE_LINE}
 */
public record Source(String text, Position at, int indent) {

  /** The indent of what is no block of lines. */
  public static final int ONE_LINE = -1;

  /** A text that is no block of lines. */
  public Source(String text, Position at) {
    this(text, at, ONE_LINE);
  }

  /** The place of the character at {@code offset} of the text. */
  public Position place(int offset) {
    if (indent == ONE_LINE) {
      return new Position(at.file(), at.line(), at.column() + offset);
    }
    var before = text.substring(0, offset);
    var line = at.line() + 1 + (int) before.chars().filter(c -> c == '\n').count();
    return new Position(at.file(), line, indent + offset - before.lastIndexOf('\n'));
  }

  /** Whether the text may hold a template, so that it says what it means only when rendered. */
  public boolean hasTemplate() {
    return text.contains("{{");
  }

  @Override
  public String toString() {
    return text;
  }
}
