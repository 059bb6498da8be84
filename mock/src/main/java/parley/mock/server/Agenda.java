package parley.mock.server;

import java.util.ArrayDeque;

/**
 * What a mock's sessions have to handle, one thing after the other: what comes up while one of them
 * handles something waits for its turn, so that no session is called from within a session. One
 * thread.
 */
final class Agenda {

  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  /** Runs {@code task} at once, and all that comes up by it; or puts it behind what is running. */
  void run(Runnable task) {
    if (busy) {
      waiting.add(task);
      return;
    }
    busy = true;
    waiting.add(task);
    try {
      runAll();
    } finally {
      busy = false;
    }
  }

  /** The first fault goes to who began it, when all the others had their turn. */
  private void runAll() {
    RuntimeException fault = null;
    while (!waiting.isEmpty()) {
      try {
        waiting.remove().run();
      } catch (RuntimeException broken) {
        fault = fault == null ? broken : fault;
      }
    }
    if (fault != null) {
      throw fault;
    }
  }
}
