package parley.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.model.collection.DurationRange;
import parley.model.collection.Mock.Fault;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.transport.connection.Delivery;

/** Faults as values: what is sent, when, and what is lost. */
class FaultyOutletTest {

  private record Task(long atNanos, Runnable task) {}

  /** An outlet with a clock that a test moves. */
  private static final class Wire implements Outlet {

    final List<String> sent = new ArrayList<>();
    final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparingLong(Task::atNanos));
    long nowNanos;

    @Override
    public CompletableFuture<Delivery> send(Outgoing outgoing) {
      var name =
          outgoing instanceof Outgoing.Text(var payload, var _)
              ? payload.toText()
              : outgoing.getClass().getSimpleName();
      sent.add(name + "@" + Duration.ofNanos(nowNanos).toMillis());
      return CompletableFuture.completedFuture(Delivery.WRITTEN);
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
      tasks.add(new Task(nowNanos + delay.toNanos(), task));
    }

    @Override
    public void ended() {
      sent.add("ended");
    }

    void passTo(long millis) {
      var toNanos = Duration.ofMillis(millis).toNanos();
      while (!tasks.isEmpty() && tasks.element().atNanos() <= toNanos) {
        var due = tasks.remove();
        nowNanos = due.atNanos();
        due.task().run();
      }
      nowNanos = toNanos;
    }
  }

  private final Wire wire = new Wire();
  private final List<Outgoing> dropped = new ArrayList<>();

  private FaultyOutlet outlet(long seed, Fault... faults) {
    return new FaultyOutlet(
        wire,
        Faults.of(List.of(faults)),
        new SplittableRandom(seed),
        () -> wire.nowNanos,
        dropped::add);
  }

  private static Fault drop(String share) {
    return new Fault.Drop(new BigDecimal(share));
  }

  private static Fault delay(int shortestMillis, int longestMillis) {
    return new Fault.Delay(
        new DurationRange(Duration.ofMillis(shortestMillis), Duration.ofMillis(longestMillis)));
  }

  private static void sendMany(Outlet outlet, int count) {
    for (var i = 0; i < count; i++) {
      var _ = outlet.send(Outgoing.text("" + i));
    }
  }

  @Test
  void withoutFaultsAllGoesOutAtOnce() {
    sendMany(outlet(1), 2);
    assertThat(wire.sent).containsExactly("0@0", "1@0");
  }

  @Test
  void aShareOfTheMessagesIsLostAndEachIsTold() {
    sendMany(outlet(7, drop("0.25")), 4000);
    assertThat(dropped).hasSizeBetween(900, 1100);
    assertThat(wire.sent).hasSize(4000 - dropped.size());
  }

  @Test
  void theSameSeedLosesTheSame() {
    sendMany(outlet(7, drop("0.5")), 100);
    var first = List.copyOf(wire.sent);
    wire.sent.clear();
    sendMany(outlet(7, drop("0.5")), 100);
    assertThat(wire.sent).isEqualTo(first);
  }

  @Test
  void everythingIsLostAtAHundredPercentAndNothingAtZero() {
    sendMany(outlet(1, drop("1")), 50);
    assertThat(wire.sent).isEmpty();
    sendMany(outlet(1, drop("0")), 50);
    assertThat(wire.sent).hasSize(50);
  }

  @Test
  void theSenderDoesNotSeeALoss() {
    var outlet = outlet(1, drop("1"));
    assertThat(outlet.send(Outgoing.binary(Bytes.hex("00"))))
        .isCompletedWithValue(Delivery.WRITTEN);
  }

  @Test
  void whatIsNoMessageIsNeverLost() {
    var _ = outlet(1, drop("1")).send(new Outgoing.Ping(Bytes.EMPTY));
    var _ = outlet(1, drop("1")).send(Outgoing.close(CloseStatus.of(CloseCode.NORMAL)));
    assertThat(wire.sent).containsExactly("Ping@0", "Close@0");
  }

  @Test
  void messagesAreHeldBackAndDeliveredThen() {
    var delivery = outlet(1, delay(50, 50)).send(Outgoing.text("a"));
    wire.passTo(49);
    assertThat(wire.sent).isEmpty();
    assertThat(delivery).isNotDone();
    wire.passTo(50);
    assertThat(wire.sent).containsExactly("a@50");
    assertThat(delivery).isCompletedWithValue(Delivery.WRITTEN);
  }

  @Test
  void delaysAddUp() {
    var _ = outlet(1, delay(50, 50), delay(20, 20)).send(Outgoing.text("a"));
    wire.passTo(100);
    assertThat(wire.sent).containsExactly("a@70");
  }

  @Test
  void messagesDoNotOvertakeEachOther() {
    var outlet = outlet(3, delay(0, 200));
    for (var i = 0; i < 100; i++) {
      var _ = outlet.send(Outgoing.text("" + i));
      wire.passTo(i);
    }
    wire.passTo(1000);
    assertThat(wire.sent)
        .extracting(text -> text.replaceFirst("@.*", ""))
        .containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(i -> "" + i).toList());
  }

  @Test
  void aDelayIsOfTheMessageAndNotOfTheLine() {
    var outlet = outlet(1, delay(50, 50));
    var _ = outlet.send(Outgoing.text("a"));
    wire.passTo(10);
    var _ = outlet.send(Outgoing.text("b"));
    wire.passTo(100);
    assertThat(wire.sent).containsExactly("a@50", "b@60");
  }

  @Test
  void aCloseWaitsForWhatWasSentBefore() {
    var outlet = outlet(1, delay(50, 50));
    var _ = outlet.send(Outgoing.text("a"));
    var _ = outlet.send(Outgoing.close(CloseStatus.of(CloseCode.NORMAL)));
    wire.passTo(100);
    assertThat(wire.sent).containsExactly("a@50", "Close@50");
  }

  @Test
  void whatIsHeldBackAtTheEndIsLost() {
    var outlet = outlet(1, delay(50, 50));
    var delivery = outlet.send(Outgoing.text("a"));
    outlet.ended();
    assertThat(delivery).isCompletedWithValue(Delivery.LOST);
    wire.passTo(100);
    assertThat(wire.sent).containsExactly("ended");
  }
}
