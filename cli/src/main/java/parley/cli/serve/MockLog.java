package parley.cli.serve;

import parley.engine.session.Report;
import parley.mock.server.ClientWatcher;
import parley.mock.server.MockWatcher;
import parley.model.collection.Position;
import parley.model.outcome.Result;
import parley.model.outcome.StepOutcome;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.handshake.Refusal;
import parley.report.Palette.Ink;
import parley.transport.connection.ConnectionObserver;
import parley.transport.listen.UpgradeRequest;
import parley.transport.record.Recorder;
import parley.workspace.Places;

/** Writes what happens in a mock; when it is quiet, only what the mock could not do. */
record MockLog(ConnectionLog log, boolean quiet) implements MockWatcher {

  @Override
  public ClientWatcher asked(long number, UpgradeRequest request) {
    if (!quiet) {
      log.asked(number, request);
    }
    return new Client(number, log.recorder(number));
  }

  private final class Client implements ClientWatcher {

    private final long number;
    private final Recorder recorder;

    Client(long number, Recorder recorder) {
      this.number = number;
      this.recorder = recorder;
    }

    @Override
    public ConnectionObserver connection() {
      return quiet ? new ConnectionObserver() {} : recorder;
    }

    @Override
    public void sending(Outgoing outgoing) {
      if (!quiet) {
        recorder.expect(outgoing);
      }
    }

    @Override
    public void refused(Refusal refusal) {
      if (!quiet) {
        var answer = (refusal.head().status() + " " + refusal.head().reason()).strip();
        log.sign(number, Ink.WARNING, "✗", "refused with " + answer);
      }
    }

    @Override
    public void lost(Outgoing message) {
      if (!quiet) {
        log.sign(number, Ink.WARNING, "✗", "a message is lost on purpose (faults: drop)");
      }
    }

    @Override
    public void broken(Position at, String text) {
      log.sign(number, Ink.BAD, "!", Places.shown(at) + ": " + text);
    }

    @Override
    public void notice(String text) {
      log.sign(number, Ink.WARNING, "!", text);
    }

    @Override
    public void report(Report report) {
      switch (report) {
        case Report.Notice(var text) -> notice(text);
        case Report.StepEnded(var outcome) -> ended(outcome);
        case Report.StepBegan _, Report.Opening _, Report.Reconnecting _ -> {}
        case Report.NotReconnecting _, Report.Unsent _ -> {}
        case Report.GivenUp _, Report.Done _ -> {}
      }
    }

    private void ended(StepOutcome step) {
      switch (step.result()) {
        case Result.Failed(var text) -> log.sign(number, Ink.BAD, "!", failed(step, text));
        case Result.Broken(var text) -> log.sign(number, Ink.BAD, "!", failed(step, text));
        case Result.Passed _, Result.Skipped _ -> {}
      }
    }

    private static String failed(StepOutcome step, String text) {
      return Places.shown(step.at()) + ": " + step.label() + ": " + text;
    }
  }
}
