package parley.workbench.talk;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import parley.engine.session.Report;
import parley.model.connection.ConnectSpec;
import parley.model.outcome.Numbered;
import parley.model.outcome.Result;
import parley.model.outcome.StepOutcome;
import parley.report.Redaction;
import parley.runner.hand.HandSession;
import parley.runner.live.SessionWatcher;
import parley.workbench.step.StepResults;

/** Takes down what happens in a session. On the connector's thread. */
final class TalkWatcher implements SessionWatcher {

  private final TalkLog log;
  private final TalkLog.Part part;
  private final Board board;
  private final VerifySwitch verify;
  private final Redaction redaction;
  private final Runnable changed;
  private final AtomicInteger tries = new AtomicInteger();
  private volatile @Nullable StepResults results;

  TalkWatcher(
      TalkLog log, Board board, VerifySwitch verify, Redaction redaction, Runnable changed) {
    this.log = log;
    this.part = log.part();
    this.board = board;
    this.verify = verify;
    this.redaction = redaction;
    this.changed = changed;
  }

  /** Where its entries are in the log. */
  TalkLog.Part part() {
    return part;
  }

  /** From now on steps of the file are taken down there. */
  void runs(StepResults into) {
    results = into;
  }

  @Override
  public Detail detail() {
    return Detail.FRAMES;
  }

  @Override
  public ConnectSpec opening(String connection, ConnectSpec spec) {
    var applied = verify.applied(spec);
    board.opening(connection, applied, tries.getAndSet(0));
    if (spec.url().secure() && !applied.tls().verify()) {
      log.notice(connection, "the server's certificate is not checked");
    }
    changed.run();
    return applied;
  }

  @Override
  public void entry(Numbered numbered) {
    part.add(numbered);
    var now = results;
    if (now != null) {
      now.entry(numbered);
    }
    var _ = board.entry(numbered.connection(), part.inLog(numbered.number()), numbered.entry());
    changed.run();
  }

  @Override
  public void report(Report report) {
    switch (report) {
      case Report.StepBegan began -> {
        var now = results;
        if (now != null && !began.background()) {
          now.began(began);
        }
      }
      case Report.StepEnded(var step) -> ended(step);
      case Report.Opening(_, var name, _, var attempt, var notices) -> {
        tries.set(attempt);
        notices.forEach(text -> log.notice(name, redaction.in(text)));
      }
      case Report.Reconnecting reconnecting -> board.reconnecting(reconnecting);
      case Report.NotReconnecting _, Report.Unsent _ -> {}
      case Report.GivenUp(_, var name) -> board.change(name, ConnectionStatus::givenUp);
      case Report.Notice(var text) -> log.notice("", redaction.in(text));
      case Report.Done(var all) -> done(all.result());
    }
    changed.run();
  }

  private void ended(StepOutcome step) {
    var now = results;
    if (step.background()) {
      if (!step.result().isGood()) {
        log.notice(
            step.connection(),
            redaction.in("in the background, " + step.label() + ": " + step.result().why()));
      }
    } else if (now != null && !HandSession.isByHand(step)) {
      now.ended(step);
    }
  }

  private void done(Result result) {
    if (!result.isGood()) {
      log.notice("", redaction.in(result.why()));
    }
  }
}
