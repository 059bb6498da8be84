package parley.engine.plan;

import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.protocol.endpoint.Outgoing;

/** What making a message came to. */
public sealed interface Rendering {

  /** The message, ready to be sent. */
  record Ready(Outgoing outgoing) implements Rendering {}

  /**
   * It consists of what stands in a file.
   *
   * @param path without templates, where the file is
   */
  record NeedsFile(Source path) implements Rendering {}

  /** There is no message. */
  record Faulty(Position at, String text) implements Rendering {}
}
