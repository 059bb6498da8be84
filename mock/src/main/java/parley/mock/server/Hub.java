package parley.mock.server;

import java.time.Instant;
import java.util.concurrent.Executor;
import parley.engine.function.MadeUp;
import parley.engine.function.TimeOfDay;
import parley.engine.plan.FileAccess;
import parley.engine.session.SharedState;
import parley.model.outcome.Repetition;

/**
 * What all clients of a mock have in common; of the mock's thread.
 *
 * @param reading where files are read, off that thread
 */
record Hub(
    Agenda agenda,
    Rooms<MockClient> rooms,
    SharedState state,
    Repetition repetition,
    MadeUp madeUp,
    FileAccess files,
    Executor reading) {

  /** The time of day for a session that began then. */
  TimeOfDay timeOfDay(Instant began) {
    return repetition.clock().map(TimeOfDay::fixedAt).orElseGet(() -> TimeOfDay.from(began));
  }
}
