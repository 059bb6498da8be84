package parley.model.collection;

import java.util.List;

/**
 * Steps that the folders around a conversation want done around its own, in its session; those of
 * each file stand together.
 *
 * @param beforeEach the outermost folder's first
 * @param afterEach the innermost folder's first; done in any case
 */
public record Hooks(List<Step> beforeEach, List<Step> afterEach) {

  /** Nothing. */
  public static final Hooks NONE = new Hooks(List.of(), List.of());

  public Hooks {
    beforeEach = List.copyOf(beforeEach);
    afterEach = List.copyOf(afterEach);
  }
}
