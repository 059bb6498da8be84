package parley.workbench.talk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import parley.model.value.Value;
import parley.workbench.call.Page;
import parley.workbench.call.With;

/** A page that keeps all it is told. */
final class Heard implements Page {

  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** Something it was told. */
  record Event(String name, With data) {}

  private final List<Event> all = new ArrayList<>(); // guarded by this

  @Override
  public synchronized void tell(String event, Value data) {
    all.add(new Event(event, With.of(data)));
    notifyAll();
  }

  @Override
  public void tellLatest(String event, String key, Value data) {
    tell(event, data);
  }

  @Override
  public void whenGone(Runnable task) {}

  /** The events of that name so far. */
  synchronized List<With> all(String event) {
    return all.stream().filter(one -> one.name().equals(event)).map(Event::data).toList();
  }

  /** The latest event of that name, once something holds for it. */
  With await(String event, Predicate<With> holds) {
    return await(event, "", holds);
  }

  /** The latest event of that name and key, once something holds for it. */
  synchronized With await(String event, String key, Predicate<With> holds) {
    var end = System.nanoTime() + LIMIT_NANOS;
    while (true) {
      var told =
          all(event).stream().filter(one -> key.isEmpty() || one.text("key").equals(key)).toList();
      if (!told.isEmpty() && holds.test(told.getLast())) {
        return told.getLast();
      }
      var left = end - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError(
            "waited for " + event + "; the last was " + (told.isEmpty() ? "none" : told.getLast()));
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
