package parley.workbench.step;

import java.util.OptionalLong;

/** Finds rows of a log by the numbers that a session's transcript gave its entries. */
@FunctionalInterface
public interface Positions {

  /** No log. */
  Positions NONE = _ -> OptionalLong.empty();

  /** The row of that entry, once it is there. */
  OptionalLong of(long number);
}
