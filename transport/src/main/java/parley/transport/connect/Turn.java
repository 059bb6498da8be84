package parley.transport.connect;

import parley.model.connection.ConnectSpec;
import parley.model.connection.Hop;

/** What a refusal is answered with. */
sealed interface Turn {

  /** The refusal is final. */
  record Stay() implements Turn {}

  /** The refusal is final, for a reason worth telling. */
  record StayFor(String why) implements Turn {}

  /** Another request follows. */
  record Onward(ConnectSpec next, Hop.Reason reason, String why) implements Turn {}

  /** It was to be followed and cannot be. */
  record Stuck(String why) implements Turn {}
}
