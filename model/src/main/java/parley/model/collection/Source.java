package parley.model.collection;

/**
 * A text as written, with templates or an expression in it, and where it stands. Paths in it are
 * relative to the folder of the file it stands in.
 *
 * @param at where the text itself begins, after an opening quote; for a block of lines the place of
 *     its header
 */
public record Source(String text, Position at) {

  /** Whether the text may hold a template, so that it says what it means only when rendered. */
  public boolean hasTemplate() {
    return text.contains("{{");
  }

  @Override
  public String toString() {
    return text;
  }
}
