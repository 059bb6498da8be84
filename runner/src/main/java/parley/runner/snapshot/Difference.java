package parley.runner.snapshot;

import parley.model.snapshot.Kept;

/**
 * A message that is not as it was. Places count what was received on a connection, from 1, without
 * what is ignored.
 */
sealed interface Difference {

  /** Where it was or, when it was not there, where it is. */
  int place();

  /** It says something else. */
  record Changed(Kept expected, int place, Kept found) implements Difference {}

  /** It did not come. */
  record Missing(Kept expected, int place) implements Difference {}

  /** It was not there before. */
  record Additional(Kept found, int place) implements Difference {}

  /** It came at another place. */
  record Moved(Kept expected, int place, Kept found, int foundPlace) implements Difference {}
}
