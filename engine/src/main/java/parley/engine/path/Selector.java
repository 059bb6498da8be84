package parley.engine.path;

import org.jspecify.annotations.Nullable;

/** What a segment selects (RFC 9535, 2.3). */
sealed interface Selector {

  /** The member of that name. */
  record Name(String name) implements Selector {}

  /** The element at that place; from the end where negative. */
  record Index(long index) implements Selector {}

  /** Elements at regular places. */
  record Slice(@Nullable Long from, @Nullable Long to, long step) implements Selector {}

  /** All children. */
  record Wildcard() implements Selector {}

  /** The children for which a test holds. */
  record Filter(Logic test) implements Selector {}
}
