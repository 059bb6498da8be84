package parley.workbench.call;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Runs tasks one after the other on virtual threads. Any thread may add one. */
final class Lane {

  private final String name;
  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>(); // guarded by this
  private boolean running; // guarded by this

  Lane(String name) {
    this.name = name;
  }

  synchronized void add(Runnable task) {
    tasks.add(task);
    if (!running) {
      running = true;
      var _ = Thread.ofVirtual().name("parley-call-" + name).start(this::run);
    }
  }

  private void run() {
    for (var task = next(); task != null; task = next()) {
      Faults.contain(task);
    }
  }

  private synchronized @Nullable Runnable next() {
    var task = tasks.poll();
    running = task != null;
    return task;
  }
}
