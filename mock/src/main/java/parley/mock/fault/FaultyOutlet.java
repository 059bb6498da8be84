package parley.mock.fault;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import parley.protocol.endpoint.Outgoing;
import parley.transport.connection.Delivery;

/**
 * Loses and holds back messages on their way to another outlet. Text and binary messages meet the
 * faults; pings, Close frames and hand-made frames do not, but wait for what was sent before them,
 * so that the order stays. Whoever sends bounds what waits: see the futures.
 */
public final class FaultyOutlet implements Outlet {

  /** Something that waits until its time has come. */
  private record Held(Outgoing outgoing, long dueNanos, CompletableFuture<Delivery> delivery) {}

  private final Outlet next;
  private final Faults faults;
  private final RandomGenerator random;
  private final LongSupplier nanos;
  private final Consumer<Outgoing> dropped;
  private final ArrayDeque<Held> held = new ArrayDeque<>();
  private long lastDueNanos;

  /**
   * Puts {@code faults} in front of {@code next}.
   *
   * @param nanos a clock that never goes back
   * @param dropped told of each message that is lost
   */
  public FaultyOutlet(
      Outlet next,
      Faults faults,
      RandomGenerator random,
      LongSupplier nanos,
      Consumer<Outgoing> dropped) {
    this.next = next;
    this.faults = faults;
    this.random = random;
    this.nanos = nanos;
    this.dropped = dropped;
    lastDueNanos = nanos.getAsLong();
  }

  @Override
  public CompletableFuture<Delivery> send(Outgoing outgoing) {
    var meetsFaults = outgoing instanceof Outgoing.Text || outgoing instanceof Outgoing.Binary;
    if (meetsFaults && faults.drops(random)) {
      dropped.accept(outgoing);
      return CompletableFuture.completedFuture(Delivery.WRITTEN); // The sender cannot know.
    }
    return send(outgoing, meetsFaults ? faults.delay(random) : Duration.ZERO);
  }

  private CompletableFuture<Delivery> send(Outgoing outgoing, Duration delay) {
    var nowNanos = nanos.getAsLong();
    lastDueNanos = Math.max(lastDueNanos, nowNanos + delay.toNanos());
    if (held.isEmpty() && lastDueNanos <= nowNanos) {
      return next.send(outgoing);
    }
    var waits = new Held(outgoing, lastDueNanos, new CompletableFuture<>());
    held.add(waits);
    if (held.size() == 1) {
      awaitFirst(nowNanos);
    }
    return waits.delivery();
  }

  private void awaitFirst(long nowNanos) {
    var untilDue = Math.max(0, held.element().dueNanos() - nowNanos);
    next.schedule(Duration.ofNanos(untilDue), this::release);
  }

  private void release() {
    var nowNanos = nanos.getAsLong();
    while (!held.isEmpty() && held.element().dueNanos() <= nowNanos) {
      var due = held.remove();
      var _ = next.send(due.outgoing()).thenAccept(due.delivery()::complete);
    }
    if (!held.isEmpty()) {
      awaitFirst(nowNanos);
    }
  }

  @Override
  public void schedule(Duration delay, Runnable task) {
    next.schedule(delay, task);
  }

  @Override
  public void ended() {
    while (!held.isEmpty()) {
      held.remove().delivery().complete(Delivery.LOST);
    }
    next.ended();
  }
}
