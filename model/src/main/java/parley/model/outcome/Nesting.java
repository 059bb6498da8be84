package parley.model.outcome;

/**
 * Where a step stands among the steps around it.
 *
 * @param depth how many groups it stands in
 * @param parent the number of the innermost of them, 0 when there is none
 * @param strand which list of a {@code parallel} it stands in, from 0
 */
public record Nesting(int depth, int parent, int strand) {

  /** In no group. */
  public static final Nesting NONE = new Nesting(0, 0, 0);

  /** The same without the outermost group. */
  public Nesting raised() {
    return new Nesting(Math.max(0, depth - 1), depth > 1 ? parent : 0, strand);
  }
}
