package parley.workbench.talk;

import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import parley.model.value.Value;
import parley.transport.connect.Connector;
import parley.transport.connection.Scheduled;
import parley.workbench.call.Json;

/** A message that is sent every so often. Any thread may call it. */
final class Repeating {

  private final String name;
  private final String connection;
  private final Duration every;
  private final Connector connector;
  private final Predicate<Repeating> send;
  private @Nullable Scheduled next; // guarded by this, as all below
  private boolean stopped;
  private long sent;

  /**
   * One that has not begun.
   *
   * @param name what is sent, for people
   * @param send sends it once more, given this; false ends it
   */
  Repeating(
      String name,
      String connection,
      Duration every,
      Connector connector,
      Predicate<Repeating> send) {
    this.name = name;
    this.connection = connection;
    this.every = every;
    this.connector = connector;
    this.send = send;
  }

  /** The first one was sent. */
  synchronized void begin() {
    sent = 1;
    schedule();
  }

  private void schedule() {
    next = connector.schedule(every, this::again);
  }

  /** On the connector's thread. */
  private void again() {
    if (isStopped()) {
      return;
    }
    var goesOn = send.test(this);
    synchronized (this) {
      stopped |= !goesOn;
      if (!stopped) {
        schedule();
      }
    }
  }

  /** It was sent once more. */
  synchronized void count() {
    sent++;
  }

  synchronized boolean isStopped() {
    return stopped;
  }

  synchronized void stop() {
    stopped = true;
    if (next != null) {
      next.cancel();
    }
  }

  String connection() {
    return connection;
  }

  /** As the page has it. */
  synchronized Value toValue() {
    return Json.object().put("every", every.toMillis()).put("sent", sent).put("name", name).value();
  }
}
