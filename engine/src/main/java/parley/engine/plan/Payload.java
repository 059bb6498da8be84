package parley.engine.plan;

import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.protocol.frame.Bytes;

/** What making the bytes of a message came to. */
sealed interface Payload {

  record Ready(Bytes bytes) implements Payload {}

  record NeedsFile(Source path) implements Payload {}

  record Faulty(Position at, String text) implements Payload {}
}
