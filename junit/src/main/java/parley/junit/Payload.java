package parley.junit;

import parley.protocol.frame.Bytes;

/** A message to send; made by the methods of {@link Parley}. */
public sealed interface Payload {

  record Text(String text) implements Payload {}

  /** A text that is JSON once its templates are filled. */
  record Json(String text) implements Payload {}

  record Binary(Bytes bytes) implements Payload {}

  record Saved(String name) implements Payload {}
}
