package parley.transport.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.ClientIdentity;
import parley.model.connection.ConnectSpec;
import parley.model.connection.TlsSpec;
import parley.model.connection.WsUrl;
import parley.transport.connection.Surroundings;
import parley.transport.fixture.Watcher;

/** Tasks on a connector's thread. */
@Timeout(60)
class ConnectorThreadTest {

  private final Connector connector = new Connector();

  @AfterEach
  void close() {
    connector.close();
  }

  @Test
  void aTaskRunsAtOnceWhenAskedForOnTheThread() {
    var order = new CompletableFuture<List<String>>();
    connector.execute(() -> {
      var seen = new ArrayList<String>();
      connector.execute(() -> seen.add("inner"));
      seen.add("outer");
      order.complete(seen);
    });
    assertThat(Watcher.get(order)).containsExactly("inner", "outer");
  }

  @Test
  void allTasksRunOnOneThread() {
    var first = new CompletableFuture<Thread>();
    var second = new CompletableFuture<Thread>();
    connector.execute(() -> first.complete(Thread.currentThread()));
    connector.schedule(Duration.ZERO, () -> second.complete(Thread.currentThread()));
    assertThat(Watcher.get(first)).isSameAs(Watcher.get(second));
  }

  @Test
  void aScheduledTaskNeverRunsEarly() {
    var delay = Duration.ofMillis(20);
    var ran = new CompletableFuture<Long>();
    var beganNanos = System.nanoTime();
    connector.schedule(delay, () -> ran.complete(System.nanoTime()));
    assertThat(Watcher.get(ran) - beganNanos).isGreaterThanOrEqualTo(delay.toNanos());
  }

  @Test
  void aCancelledTaskDoesNotRun() {
    var seen = new CompletableFuture<List<String>>();
    connector.execute(() -> {
      var order = new ArrayList<String>();
      var cancelled = connector.schedule(Duration.ZERO, () -> order.add("cancelled"));
      cancelled.cancel();
      connector.schedule(Duration.ofMillis(1), () -> seen.complete(order));
    });
    assertThat(Watcher.get(seen)).isEmpty();
  }

  @Test
  void aClosedConnectorRunsNothing() {
    connector.close();
    assertThat(connector.execute(() -> {})).isFalse();
    connector.schedule(Duration.ZERO, () -> {}).cancel();
  }

  @Test
  void anAttemptThatWaitedForAPassphraseEndsWithTheConnector() {
    var closed = new Connector(new Surroundings(Map.of(), (_, _) -> Optional.empty()));
    closed.close();
    var missing = new ClientIdentity.Pem(Path.of("missing.pem"), Path.of("missing.key"), null);
    var spec =
        ConnectSpec.to(new WsUrl(true, "localhost", 1, "/"))
            .tls(TlsSpec.DEFAULT.withIdentity(missing))
            .build();
    assertThat(Watcher.get(closed.connect(spec, new Watcher())))
        .isInstanceOfSatisfying(
            Attempt.Failed.class, failed -> assertThat(failed.cause()).isEqualTo(Cause.CANCELLED));
  }
}
