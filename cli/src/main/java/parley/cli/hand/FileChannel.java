package parley.cli.hand;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import parley.cli.talk.Channel;
import parley.engine.session.Report;
import parley.model.connection.Attempt;
import parley.model.outcome.Numbered;
import parley.model.outcome.Result;
import parley.model.outcome.StepOutcome;
import parley.model.transcript.Entry;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Outgoing;
import parley.report.Redaction;
import parley.runner.hand.HandSession;
import parley.runner.hand.HandSession.Giving;
import parley.runner.hand.HandSteps;
import parley.runner.live.SessionWatcher;
import parley.transport.connect.Connector;
import parley.transport.record.TranscriptClock;

/**
 * A connection as a conversation file describes it; what the file does in the background goes on.
 */
public final class FileChannel implements Channel, AutoCloseable {

  private static final Duration LEAVING = Duration.ofMillis(500);

  private final HandFile file;
  private final String connection;
  private final Connector connector;
  private final boolean frames;
  private @Nullable HandSession session;

  /** Not connected yet. */
  public FileChannel(HandFile file, String connection, Connector connector, boolean frames) {
    this.file = file;
    this.connection = connection;
    this.connector = connector;
    this.frames = frames;
  }

  /** Passes on what happens on the connection. */
  private final class Passing implements SessionWatcher {

    private final Listener listener;
    private final TranscriptClock clock;
    private boolean attempted;
    private Entry.@Nullable Closed ended;

    Passing(Listener listener, TranscriptClock clock) {
      this.listener = listener;
      this.clock = clock;
    }

    @Override
    public Detail detail() {
      return frames ? Detail.FRAMES : Detail.MESSAGES;
    }

    @Override
    public void entry(Numbered numbered) {
      if (numbered.connection().equals(connection)) {
        entry(numbered.entry());
      }
    }

    private void entry(Entry entry) {
      var attempt = attempted ? Optional.<Attempt>empty() : attempt(entry);
      if (attempt.isPresent()) {
        attempted = true;
        listener.attempted(attempt.get());
      } else if (entry instanceof Entry.Closed closed) {
        ended = closed;
        // Once the session has decided whether it comes back.
        var _ = connector.schedule(Duration.ZERO, this::ended);
      } else {
        listener.entry(entry);
      }
    }

    private void ended() {
      var last = ended;
      ended = null;
      if (last != null) {
        listener.entry(last);
      }
    }

    @Override
    public void report(Report report) {
      switch (report) {
        case Report.Reconnecting reconnecting -> {
          if (reconnecting.name().equals(connection)) {
            ended = null;
          }
        }
        case Report.Opening(_, _, _, _, var notices) -> notices.forEach(this::notice);
        case Report.Notice(var text) -> notice(text);
        case Report.StepEnded(var outcome) -> background(outcome);
        case Report.NotReconnecting _, Report.Unsent _ -> {}
        case Report.StepBegan _, Report.GivenUp _, Report.Done _ -> {}
      }
    }

    private void background(StepOutcome outcome) {
      if (outcome.background() && !outcome.result().isGood()) {
        notice(outcome.label() + ": " + outcome.result().why());
      }
    }

    private void notice(String text) {
      listener.entry(new Entry.Notice(clock.now(), text));
    }
  }

  private static Optional<Attempt> attempt(Entry entry) {
    return entry instanceof Entry.Opened(_, var open)
        ? Optional.of(open)
        : entry instanceof Entry.Refused(_, var rejected)
            ? Optional.of(rejected)
            : entry instanceof Entry.Failed(_, var failed) ? Optional.of(failed) : Optional.empty();
  }

  @Override
  public void open(Listener listener, TranscriptClock clock) {
    var passing = new Passing(listener, clock);
    var begun = new HandSession(file.toPlan(), connector, passing);
    session = begun;
    switch (begun.connect(connection)) {
      case Giving.Wrong wrong -> listener.impossible(wrong.why());
      case Giving.Begun(var outcome) -> {
        var _ =
            outcome.thenAccept(how -> {
              if (!passing.attempted && how.result() instanceof Result.Broken(var why)) {
                listener.impossible(file.redaction().in(why));
              }
            });
      }
    }
  }

  private HandSession session() {
    var begun = session;
    if (begun == null) {
      throw new IllegalStateException("the channel is not open");
    }
    return begun;
  }

  @Override
  public Redaction redaction() {
    return file.redaction();
  }

  @Override
  public CompletableFuture<Boolean> send(Outgoing message) {
    return switch (session().send(message, connection)) {
      case Giving.Wrong _ -> CompletableFuture.completedFuture(false);
      case Giving.Begun(var outcome) ->
          outcome.handle((how, _) -> how != null && how.result().isGood());
    };
  }

  @Override
  public void close(CloseStatus status) {
    var _ = session().give(HandSteps.close(status), connection);
  }

  @Override
  public void pauseReading() {
    session().pauseReading();
  }

  @Override
  public void resumeReading() {
    session().resumeReading();
  }

  @Override
  public void close() {
    if (session != null) {
      session.leave(CloseStatus.of(CloseCode.NORMAL), LEAVING);
    }
  }
}
