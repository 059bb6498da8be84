package parley.engine.session;

import parley.protocol.frame.Bytes;

/** A message that an inbox or a strand keeps. */
final class Held {

  private final long number;
  private final boolean text;
  private final Bytes payload;
  private boolean taken;

  Held(long number, boolean text, Bytes payload) {
    this.number = number;
    this.text = text;
    this.payload = payload;
  }

  /** In the transcript. */
  long number() {
    return number;
  }

  boolean isText() {
    return text;
  }

  Bytes payload() {
    return payload;
  }

  boolean isTaken() {
    return taken;
  }

  void take() {
    taken = true;
  }
}
