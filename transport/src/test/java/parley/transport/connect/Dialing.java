package parley.transport.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Stage;
import parley.model.connection.WsUrl;
import parley.transport.fixture.Watcher;

/** A connector and an observer for one test. */
final class Dialing implements AutoCloseable {

  final Watcher watcher = new Watcher();
  private final Connector connector = new Connector();

  /** A spec that gives up soon: for what is expected to hang. */
  static ConnectSpec.Builder hasty(WsUrl url) {
    return ConnectSpec.to(url).connectTimeout(Duration.ofMillis(300));
  }

  Attempt attempt(ConnectSpec.Builder spec) {
    return Watcher.get(connector.connect(spec.build(), watcher));
  }

  Attempt attempt(WsUrl url) {
    return attempt(ConnectSpec.to(url));
  }

  Attempt.Open open(ConnectSpec.Builder spec) {
    var attempt = attempt(spec);
    assertThat(attempt).isInstanceOf(Attempt.Open.class);
    return (Attempt.Open) attempt;
  }

  Attempt.Rejected rejected(ConnectSpec.Builder spec) {
    var attempt = attempt(spec);
    assertThat(attempt).isInstanceOf(Attempt.Rejected.class);
    return (Attempt.Rejected) attempt;
  }

  Attempt.Failed failed(ConnectSpec.Builder spec, Stage stage, Cause cause) {
    var attempt = attempt(spec);
    assertThat(attempt).isInstanceOf(Attempt.Failed.class);
    var failed = (Attempt.Failed) attempt;
    assertThat(failed.cause()).as(failed.text()).isEqualTo(cause);
    assertThat(failed.stage()).isEqualTo(stage);
    assertThat(failed.text()).isNotBlank();
    return failed;
  }

  Attempt.Failed failed(WsUrl url, Stage stage, Cause cause) {
    return failed(ConnectSpec.to(url), stage, cause);
  }

  Connector connector() {
    return connector;
  }

  @Override
  public void close() {
    connector.close();
  }
}
