package parley.runner.live;

import java.util.Optional;
import java.util.function.Consumer;
import parley.engine.session.Report;
import parley.model.connection.Attempt;
import parley.model.outcome.Numbered;
import parley.model.transcript.Entry;
import parley.protocol.endpoint.Outgoing;
import parley.transport.record.Recorder;
import parley.transport.record.TranscriptClock;

/**
 * Numbers what happens on the connections of one session, and hands it to the watcher as far as it
 * wants it. For the connector's thread.
 */
final class Transcript {

  private final TranscriptClock clock = new TranscriptClock();
  private final SessionWatcher watcher;
  private final SessionWatcher.Detail detail;
  private final Consumer<Throwable> fault;
  private long number;

  /**
   * Begins at elapsed time zero.
   *
   * @param fault told what the watcher throws
   */
  Transcript(SessionWatcher watcher, Consumer<Throwable> fault) {
    this.watcher = watcher;
    this.fault = fault;
    detail = watcher.detail();
  }

  TranscriptClock clock() {
    return clock;
  }

  /** Makes entries of a connection; empty when nobody wants any. */
  Optional<Recorder> recorder(String connection) {
    return switch (detail) {
      case NONE -> Optional.empty();
      case MESSAGES -> Optional.of(recorder(connection, new Recorder.Detail(false, true)));
      case FRAMES -> Optional.of(recorder(connection, new Recorder.Detail(true, true)));
    };
  }

  private Recorder recorder(String connection, Recorder.Detail wanted) {
    return new Recorder(clock, wanted, entry -> add(connection, entry), _ -> {});
  }

  /** The number of the message that just came, after the recorder has seen it. */
  long messageNumber() {
    return detail == SessionWatcher.Detail.NONE ? ++number : number;
  }

  void attempted(String connection, Attempt attempt) {
    if (detail != SessionWatcher.Detail.NONE) {
      add(connection, entryOf(attempt));
    }
  }

  private Entry entryOf(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Open open -> new Entry.Opened(clock.now(), open);
      case Attempt.Rejected rejected -> new Entry.Refused(clock.now(), rejected);
      case Attempt.Failed failed -> new Entry.Failed(clock.now(), failed);
    };
  }

  /** Takes down what the session tells of its connections. */
  void reported(Report report) {
    if (detail == SessionWatcher.Detail.NONE) {
      return;
    }
    switch (report) {
      case Report.Reconnecting(_, var name, var attempt, var attempts, var wait, var why) ->
          add(name, new Entry.Retry(clock.now(), attempt, attempts, wait, why));
      case Report.NotReconnecting(_, var name, var why) -> notice(name, why);
      case Report.Unsent(_, var name, var outgoing, var why) -> unsent(name, outgoing, why);
      case Report.StepBegan _, Report.StepEnded _, Report.Opening _, Report.GivenUp _ -> {}
      case Report.Notice _, Report.Done _ -> {}
    }
  }

  /** Something was not handed to its connection; without a Close frame it ends all the same. */
  void unsent(String connection, Outgoing outgoing, String why) {
    if (detail != SessionWatcher.Detail.NONE && !(outgoing instanceof Outgoing.Close)) {
      add(connection, Entry.Unsent.of(clock.now(), outgoing, why));
    }
  }

  void notice(String connection, String text) {
    if (detail != SessionWatcher.Detail.NONE) {
      add(connection, new Entry.Notice(clock.now(), text));
    }
  }

  private void add(String connection, Entry entry) {
    number++;
    try {
      watcher.entry(new Numbered(number, connection, entry));
    } catch (RuntimeException | Error broken) {
      fault.accept(broken);
    }
  }
}
