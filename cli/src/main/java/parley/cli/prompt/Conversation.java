package parley.cli.prompt;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.cli.input.Notation;
import parley.cli.shell.ExitCode;
import parley.cli.talk.Backlog;
import parley.cli.talk.Outcomes;
import parley.cli.talk.TalkPlan;
import parley.model.connection.Attempt;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.transport.connect.Connector;
import parley.transport.connection.Connection;
import parley.transport.connection.Delivery;
import parley.transport.record.Recorder;
import parley.transport.record.TranscriptClock;

/**
 * A session by hand with one server: connections one after another, what is typed, and what is
 * shown. Typed lines come from one thread, entries from the connection's.
 *
 * <pre>
 * CONNECTING --open--> OPEN --closed--> ENDED --Enter, a message, /reconnect--> CONNECTING
 * </pre>
 */
final class Conversation {

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(6);

  private final TalkPlan plan;
  private final Connector connector;
  private final Entries entries;
  private final TranscriptClock clock = new TranscriptClock();
  private final Runnable timeOver;
  private final Consumer<Boolean> openChanged;
  private final Backlog backlog;
  private final Recorder recorder;
  private volatile @Nullable Connection connection;
  private volatile ExitCode outcome = ExitCode.OK;

  /**
   * Makes a session that is not connected yet.
   *
   * @param screen is given text to show and its weight, from any thread
   * @param openChanged is told when a connection opens and ends
   * @param timeOver is called when the time that the command line allows is over
   */
  Conversation(
      TalkPlan plan,
      Connector connector,
      Entries.Sink screen,
      Consumer<Boolean> openChanged,
      Runnable timeOver) {
    this.plan = plan;
    this.connector = connector;
    this.openChanged = openChanged;
    this.timeOver = timeOver;
    this.backlog =
        new Backlog(
            () -> open().ifPresent(Connection::pauseReading),
            () -> open().ifPresent(Connection::resumeReading));
    this.entries = new Entries(plan.view(), screen);
    this.recorder =
        new Recorder(
            clock, new Recorder.Detail(true, true), this::record, opened -> connection = opened);
  }

  /** So much of what was given to the screen is on it. */
  void shown(long weight) {
    backlog.remove(weight);
  }

  /** How it went so far. */
  ExitCode outcome() {
    return outcome;
  }

  boolean isOpen() {
    return open().isPresent();
  }

  private Optional<Connection> open() {
    return Optional.ofNullable(connection).filter(Connection::isOpen);
  }

  /** Connects and waits for what comes of it; whether it is open. */
  boolean connect() {
    var attempt = connector.connect(plan.connect(), recorder).join();
    outcome = Outcomes.of(attempt);
    switch (attempt) {
      case Attempt.Open open -> opened(open);
      case Attempt.Rejected rejected -> entries.add(new Entry.Refused(clock.now(), rejected));
      case Attempt.Failed failed -> entries.add(new Entry.Failed(clock.now(), failed));
    }
    return attempt instanceof Attempt.Open;
  }

  private void opened(Attempt.Open attempt) {
    entries.add(new Entry.Opened(clock.now(), attempt));
    openChanged.accept(true);
    plan.talk()
        .timeout()
        .ifPresent(limit -> open().ifPresent(now -> now.schedule(limit, this::timedOut)));
  }

  /** Says that the time is over, closes and tells the owner. Any thread. */
  void timedOut() {
    outcome = ExitCode.TIMEOUT;
    notice("the time that the command line allows is over");
    open().ifPresent(now -> now.close(plan.talk().closing()));
    timeOver.run();
  }

  /** On the connection's thread. */
  private void record(Entry entry) {
    backlog.add(Transcript.weight(entry));
    if (entry instanceof Entry.Closed) {
      connection = null;
    }
    entries.recorded(entry);
    if (entry instanceof Entry.Closed(var _, var closure)) {
      outcome = outcome == ExitCode.TIMEOUT ? outcome : Outcomes.of(closure);
      openChanged.accept(false);
    }
  }

  /** Does what a line says; whether the session goes on. */
  boolean typed(String line) {
    if (line.isBlank()) {
      return reconnectIfEnded();
    }
    if (line.startsWith("/") && !line.startsWith("//")) {
      return command(line);
    }
    message(line.startsWith("//") ? line.substring(1) : line);
    return true;
  }

  private boolean reconnectIfEnded() {
    if (!isOpen()) {
      connect();
    }
    return true;
  }

  private void message(String line) {
    switch (plan.notation().read(Bytes.utf8(line))) {
      case Notation.Decoded.Payload(var payload) -> send(plan.maker().message(payload));
      case Notation.Decoded.Unreadable(var problem) -> notice(problem);
    }
  }

  private boolean command(String line) {
    return switch (SlashCommands.parse(line.stripTrailing())) {
      case SlashCommands.Parsed.Problem(var text) -> notice(text);
      case SlashCommands.Parsed.Command(var command) -> run(command);
    };
  }

  private boolean run(SlashCommand command) {
    switch (command) {
      case SlashCommand.Send send -> send(send);
      case SlashCommand.Close close -> close(close.status().orElse(plan.talk().closing()));
      case SlashCommand.Abort() -> ifOpen(Connection::abort);
      case SlashCommand.Save(var file) -> notice(entries.save(file));
      case SlashCommand.Load(var file) -> notice(Loading.of(file, plan, this::send));
      case SlashCommand.ShowOnly only -> notice(entries.showOnly(only.filter()));
      case SlashCommand.Pretty(var on) -> notice(entries.pretty(on));
      case SlashCommand.Frames(var on) -> notice(entries.frames(on));
      case SlashCommand.Headers() -> entries.showHandshake();
      case SlashCommand.Reconnect() -> reconnect();
      case SlashCommand.Help() -> entries.showText(PromptHelp.text(plan.view().palette()));
      case SlashCommand.Quit() -> {
        return false;
      }
    }
    return true;
  }

  private void send(SlashCommand.Send command) {
    var pace = command.pace();
    if (pace.isEmpty()) {
      send(command.outgoing());
    } else {
      ifOpen(now -> report(recorder.send(now, command.outgoing(), pace.get()).join()));
    }
    if (command.outgoing() instanceof Outgoing.Frame(var header, var payload)) {
      entries.showFrameByHand(new Entry.Frame(clock.now(), Direction.SENT, header, payload));
    }
  }

  /** Sends, connecting first when there is no connection; whether it was written. */
  private boolean send(Outgoing outgoing) {
    if (!isOpen() && !connect()) {
      return false;
    }
    return open().map(now -> report(recorder.send(now, outgoing).join())).orElse(false);
  }

  private boolean report(Delivery delivery) {
    switch (delivery) {
      case WRITTEN -> {}
      case REFUSED -> notice("not sent: the connection is closing");
      case LOST -> notice("the connection ended before all of it was sent");
    }
    return delivery == Delivery.WRITTEN;
  }

  private void close(CloseStatus status) {
    ifOpen(now -> now.close(status));
  }

  private void ifOpen(Consumer<Connection> action) {
    open().ifPresentOrElse(action, () -> notice("there is no connection: Enter connects again"));
  }

  private void reconnect() {
    leave();
    connect();
  }

  /** Closes what is open and waits until it has ended. */
  void leave() {
    open().ifPresent(this::closeAndWait);
  }

  private void closeAndWait(Connection now) {
    now.close(plan.talk().closing());
    try {
      now.closure().get(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      now.abort();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException broken) {
      throw new IllegalStateException("a connection always ends with a closure", broken);
    }
  }

  /** Shows a sentence of Parley's own; always true, so that a caller may go on with it. */
  boolean notice(String text) {
    if (!text.isEmpty()) {
      entries.add(new Entry.Notice(clock.now(), text));
    }
    return true;
  }
}
