package parley.script;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.engine.session.ScriptAnswer;
import parley.engine.session.ScriptCall;
import parley.engine.session.ScriptRunner;
import parley.protocol.frame.ByteSize;

/**
 * Does scripts, each on a thread of its own and a few at a time, and stops those that go beyond
 * their limits: the time of their call, {@link #MAX_MEMORY} of all they allocate. One that does not
 * stop within 2 s is left alone, and its place is free; after four of these no more are begun.
 *
 * <pre>
 *   waiting --a place is free--> running --ends--> answered
 *                                running --beyond a limit--> stopping --ends--> answered
 *                                                            stopping --does not--> answered, abandoned
 * </pre>
 */
public final class ScriptPool implements ScriptRunner {

  /** How much a script may allocate in all, what it dropped again included. */
  public static final ByteSize MAX_MEMORY = ByteSize.ofMegabytes(256);

  private static final int MAX_RUNNING = 4;
  private static final int MAX_WAITING = 10_000;
  private static final int MAX_ABANDONED = 4;
  private static final long STACK_BYTES = 4 << 20;
  private static final long LOOK_NANOS = 5_000_000;
  private static final long GRACE_NANOS = 2_000_000_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Language language = new Language();
  private final Deque<Execution> waiting = new ArrayDeque<>();
  private final Map<Thread, Watched> running = new HashMap<>();
  private boolean watching;
  private int abandoned;

  /** The sandbox, made when the first script wants it. */
  private static final class Language {

    private @Nullable Sandbox sandbox;

    synchronized Sandbox sandbox() {
      if (sandbox == null) {
        sandbox = Sandbox.open();
      }
      return sandbox;
    }
  }

  /** A script at work. */
  private static final class Watched {

    private final Execution execution;
    private long stoppedNanos;

    Watched(Execution execution) {
      this.execution = execution;
    }
  }

  /** A pool that has loaded nothing yet. */
  public ScriptPool() {}

  @Override
  public void run(ScriptCall call, Consumer<ScriptAnswer> answer) {
    var execution = new Execution(call, language::sandbox, threads, answer);
    refusal()
        .ifPresentOrElse(
            why -> execution.give(ScriptAnswer.refused(why)), () -> enqueue(execution));
  }

  private synchronized Optional<String> refusal() {
    if (abandoned >= MAX_ABANDONED) {
      return Optional.of(
          "%d earlier scripts could not be stopped and still run; start Parley anew"
              .formatted(abandoned));
    }
    return waiting.size() >= MAX_WAITING
        ? Optional.of(MAX_WAITING + " scripts wait already")
        : Optional.empty();
  }

  private synchronized void enqueue(Execution execution) {
    waiting.add(execution);
    fill();
  }

  private void fill() {
    while (running.size() < MAX_RUNNING && !waiting.isEmpty()) {
      begin(waiting.remove());
    }
    if (!watching && !running.isEmpty()) {
      watching = true;
      daemon(this::watch, "parley-script-watch", 0).start();
    }
  }

  private void begin(Execution execution) {
    var thread = daemon(() -> perform(execution), "parley-script", STACK_BYTES);
    running.put(thread, new Watched(execution));
    thread.start();
  }

  private static Thread daemon(Runnable task, String name, long stackBytes) {
    var thread = new Thread(null, task, name, stackBytes);
    thread.setDaemon(true);
    return thread;
  }

  private void perform(Execution execution) {
    try {
      execution.run();
    } finally {
      ended(Thread.currentThread());
    }
  }

  private synchronized void ended(Thread thread) {
    if (running.remove(thread) == null) {
      abandoned--;
    }
    fill();
  }

  /** Looks at all that run, every few milliseconds, as long as any does. */
  private void watch() {
    while (true) {
      LockSupport.parkNanos(LOOK_NANOS);
      for (var one : looked()) {
        look(one.getKey(), one.getValue());
      }
      if (isIdle()) {
        return;
      }
    }
  }

  private synchronized List<Map.Entry<Thread, Watched>> looked() {
    return List.copyOf(running.entrySet());
  }

  private synchronized boolean isIdle() {
    watching = !running.isEmpty();
    return !watching;
  }

  private void look(Thread thread, Watched watched) {
    var now = System.nanoTime();
    var execution = watched.execution;
    if (watched.stoppedNanos != 0) {
      if (now - watched.stoppedNanos > GRACE_NANOS) {
        abandon(thread, execution);
      }
      return;
    }
    execution
        .beyond(thread, now)
        .ifPresent(why -> {
          watched.stoppedNanos = now;
          daemon(() -> execution.stop(why), "parley-script-stop", 0).start();
        });
  }

  private void abandon(Thread thread, Execution execution) {
    synchronized (this) {
      if (running.remove(thread) == null) {
        return;
      }
      abandoned++;
      fill();
    }
    execution.give(
        ScriptAnswer.refused(execution.whyStopped() + "; it cannot be stopped and is left alone"));
  }
}
