package parley.store.row;

import java.nio.ByteBuffer;

/** Decides whether a row belongs to a view. Several threads call it at once. */
@FunctionalInterface
public interface Match {

  /**
   * Whether the row matches.
   *
   * @param payload the whole payload, inflated; for an event the words that tell of it, in UTF-8;
   *     good until the call returns
   */
  boolean test(RowKind kind, ByteBuffer payload);
}
