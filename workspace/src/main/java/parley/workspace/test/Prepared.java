package parley.workspace.test;

import parley.workspace.ProblemList;

/** What making a collection's tests ready came to. */
public sealed interface Prepared {

  /** All of it can be run. */
  record Ready(Batch batch) implements Prepared {}

  /** Nothing of it can be run. */
  record Wrong(ProblemList problems) implements Prepared {}

  /** The mock could not be started, and why. */
  record NoMock(String why) implements Prepared {}
}
