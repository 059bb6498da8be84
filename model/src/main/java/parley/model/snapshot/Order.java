package parley.model.snapshot;

import parley.model.collection.Source;

/** Which order of the messages of a connection is the same. */
public sealed interface Order {

  /** As they were received. */
  record AsReceived() implements Order {}

  /** Any order. */
  record Any() implements Order {}

  /** Messages with the same value at a path stay in their order; others do not wait for them. */
  record By(Source path) implements Order {}
}
