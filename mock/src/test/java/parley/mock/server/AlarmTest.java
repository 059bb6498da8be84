package parley.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import parley.mock.fault.Outlet;
import parley.protocol.endpoint.Outgoing;
import parley.transport.connection.Delivery;

/** When a session is woken. */
class AlarmTest {

  private record Timer(long atNanos, Runnable task) {}

  private final List<Timer> timers = new ArrayList<>();
  private final List<Long> rung = new ArrayList<>();
  private long nowNanos;

  private final Outlet outlet =
      new Outlet() {
        @Override
        public CompletableFuture<Delivery> send(Outgoing outgoing) {
          throw new IllegalStateException("nothing is sent");
        }

        @Override
        public void schedule(Duration delay, Runnable task) {
          timers.add(new Timer(nowNanos + delay.toNanos(), task));
        }

        @Override
        public void ended() {}
      };

  private final Alarm alarm = new Alarm(outlet, () -> nowNanos, () -> rung.add(nowNanos));

  private void passTo(long nanos) {
    for (nowNanos++; nowNanos <= nanos; nowNanos++) {
      var due = timers.stream().filter(timer -> timer.atNanos() <= nowNanos).toList();
      timers.removeAll(due);
      due.forEach(timer -> timer.task().run());
    }
    nowNanos = nanos;
  }

  @Test
  void itRingsOnceAtItsTime() {
    alarm.set(10);
    passTo(50);
    assertThat(rung).containsExactly(10L);
  }

  @Test
  void aLaterTimeTakesThePlaceOfAnEarlierOne() {
    alarm.set(10);
    alarm.set(20);
    passTo(50);
    assertThat(rung).containsExactly(20L);
  }

  @Test
  void anEarlierTimeTakesThePlaceOfALaterOne() {
    alarm.set(20);
    alarm.set(10);
    passTo(50);
    assertThat(rung).containsExactly(10L);
  }

  @Test
  void itCanBeTakenBack() {
    alarm.set(10);
    alarm.set(Long.MAX_VALUE);
    passTo(50);
    assertThat(rung).isEmpty();
    alarm.set(60);
    passTo(100);
    assertThat(rung).containsExactly(60L);
  }

  @Test
  void aTimeThatHasPassedRingsSoon() {
    passTo(50);
    alarm.set(10);
    passTo(60);
    assertThat(rung).containsExactly(51L);
  }

  @Test
  void asManyTimersWaitAsTimesCameCloser() {
    for (var at = 100; at < 1000; at++) {
      alarm.set(at);
    }
    assertThat(timers).hasSize(1);
  }
}
