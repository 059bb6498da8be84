package parley.cli.run;

import parley.cli.collection.ProblemList;

/** What making a collection's tests ready came to. */
sealed interface Prepared {

  record Ready(Batch batch) implements Prepared {}

  /** Nothing of it can be run. */
  record Wrong(ProblemList problems) implements Prepared {}

  /** The mock could not be started, and why. */
  record NoMock(String why) implements Prepared {}
}
