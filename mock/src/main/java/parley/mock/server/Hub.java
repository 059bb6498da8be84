package parley.mock.server;

import java.util.concurrent.Executor;
import parley.engine.function.MadeUp;
import parley.engine.plan.FileAccess;
import parley.engine.session.SharedState;

/**
 * What all clients of a mock have in common; of the mock's thread.
 *
 * @param reading where files are read, off that thread
 */
record Hub(
    Agenda agenda,
    Rooms<MockClient> rooms,
    SharedState state,
    MadeUp madeUp,
    FileAccess files,
    Executor reading) {}
