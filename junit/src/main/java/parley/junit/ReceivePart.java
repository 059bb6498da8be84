package parley.junit;

import java.time.Duration;

/** A part of a receive; made by the methods of {@link Parley}. */
public sealed interface ReceivePart {

  /** Which messages. */
  record Where(String subject, Is is) implements ReceivePart {}

  /** What they have to be. */
  record Checked(String subject, Is is) implements ReceivePart {}

  /** How long is waited. */
  record Within(Duration time) implements ReceivePart {}

  /** How many. */
  record Taking(int count) implements ReceivePart {}
}
