package parley.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import parley.engine.session.Report;
import parley.model.collection.Position;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.handshake.Refusal;
import parley.transport.listen.UpgradeRequest;

/** What a mock tells, a line each. */
final class Seen implements MockWatcher {

  final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  @Override
  public ClientWatcher asked(long number, UpgradeRequest request) {
    lines.add(number + " asks for " + request.head().target());
    return new ClientWatcher() {
      @Override
      public void refused(Refusal refusal) {
        lines.add(number + " refused " + refusal.head().status());
      }

      @Override
      public void notice(String text) {
        lines.add(number + " notice " + text);
      }

      @Override
      public void broken(Position at, String text) {
        lines.add(number + " broken " + at + " " + text);
      }

      @Override
      public void lost(Outgoing message) {
        lines.add(number + " lost");
      }

      @Override
      public void sending(Outgoing outgoing) {
        if (outgoing instanceof Outgoing.Text(var payload, var _)) {
          lines.add(number + " sends " + payload.toText());
        }
      }

      @Override
      public void report(Report report) {
        if (report instanceof Report.Notice(var text)) {
          lines.add(number + " reports " + text);
        }
      }
    };
  }

  void await(String part) throws InterruptedException {
    for (var line = next(); !line.contains(part); line = next()) {
      assertThat(line).isNotEmpty();
    }
  }

  private String next() throws InterruptedException {
    return Optional.ofNullable(lines.poll(20, TimeUnit.SECONDS)).orElse("");
  }
}
