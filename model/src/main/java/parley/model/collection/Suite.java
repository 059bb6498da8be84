package parley.model.collection;

import java.util.List;

/**
 * How the conversations of a folder belong together.
 *
 * @param dependent whether each one goes on from those before it
 * @param order the files; empty for all that stand right in the folder, in the order of their names
 */
public record Suite(boolean dependent, List<Source> order, Position at) {
  public Suite {
    order = List.copyOf(order);
  }
}
