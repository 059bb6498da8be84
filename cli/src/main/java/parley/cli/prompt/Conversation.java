package parley.cli.prompt;

import java.time.Duration;
import java.util.List;
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
import parley.cli.talk.View;
import parley.model.connection.Attempt;
import parley.model.connection.ConnectSpec;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.report.CookieText;
import parley.report.Palette.Ink;
import parley.transport.connect.Connector;
import parley.transport.connect.Cookies;
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
final class Conversation implements Partner {

  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(6);

  private final TalkPlan plan;
  private final ConnectSpec spec;
  private final List<String> notices;
  private final Connector connector;
  private final Cookies cookies;
  private final Entries entries;
  private final TranscriptClock clock = new TranscriptClock();
  private final Surface surface;
  private final Backlog backlog;
  private final Recorder recorder;
  private volatile @Nullable Connection connection;
  private volatile ExitCode outcome = ExitCode.OK;

  /**
   * Makes a session that is not connected yet.
   *
   * @param notices what was corrected in the command line
   */
  Conversation(
      TalkPlan plan,
      ConnectSpec spec,
      List<String> notices,
      Connector connector,
      Cookies cookies,
      Surface surface) {
    this.plan = plan;
    this.spec = spec;
    this.notices = List.copyOf(notices);
    this.connector = connector;
    this.cookies = cookies;
    this.surface = surface;
    this.backlog =
        new Backlog(
            () -> open().ifPresent(Connection::pauseReading),
            () -> open().ifPresent(Connection::resumeReading));
    this.entries = new Entries(plan.view(), surface.screen());
    this.recorder =
        new Recorder(
            clock, new Recorder.Detail(true, true), this::record, opened -> connection = opened);
  }

  /** So much of what was given to the screen is on it. */
  @Override
  public void shown(long weight) {
    backlog.remove(weight);
  }

  /** How it went so far. */
  @Override
  public ExitCode outcome() {
    return outcome;
  }

  @Override
  public boolean isOpen() {
    return open().isPresent();
  }

  @Override
  public String greeting() {
    var unchecked =
        spec.tls().verify() || !spec.tls().pins().isEmpty()
            ? ""
            : plan.view().palette().paint(Ink.BAD, "! the server's certificate is not checked (-k)")
                + "\n";
    return spec.url() + "\n" + unchecked;
  }

  @Override
  public boolean begin() {
    notices.forEach(this::notice);
    if (!connect()) {
      return false;
    }
    if (plan.view().detail() != View.Detail.QUIET) {
      entries.showText(faint("  /help lists the commands, Ctrl+D leaves"));
    }
    return true;
  }

  private String faint(String line) {
    return plan.view().palette().paint(Ink.FAINT, line) + "\n";
  }

  @Override
  public String name() {
    return "";
  }

  @Override
  public List<SlashCommands.Definition> commands() {
    return SlashCommands.ALL;
  }

  @Override
  public List<String> names(String command) {
    return List.of();
  }

  private Optional<Connection> open() {
    return Optional.ofNullable(connection).filter(Connection::isOpen);
  }

  /** Connects and waits for what comes of it; whether it is open. */
  boolean connect() {
    var attempt = connector.connect(spec, cookies, recorder).join();
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
    surface.openChanged().run();
    plan.talk()
        .timeout()
        .ifPresent(limit -> open().ifPresent(now -> now.schedule(limit, this::timedOut)));
  }

  /** Says that the time is over, closes and tells the owner. Any thread. */
  @Override
  public void timedOut() {
    outcome = ExitCode.TIMEOUT;
    notice("the time that the command line allows is over");
    open().ifPresent(now -> now.close(plan.talk().closing()));
    surface.timeOver().run();
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
      surface.openChanged().run();
      entries.showText(faint("  Enter connects again, Ctrl+D leaves"));
    }
  }

  /** Does what a line says; whether the session goes on. */
  @Override
  public boolean typed(String line) {
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
      case SlashCommand.Cookies() ->
          entries.showText(
              CookieText.of(cookies.toList(), spec.keepsCookies(), plan.view().palette()));
      case SlashCommand.Reconnect() -> reconnect();
      case SlashCommand.Help() -> entries.showText(PromptHelp.text(plan.view().palette()));
      case SlashCommand.OfFile _ -> notice("this is for conversation files: parley FILE");
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
  @Override
  public void leave() {
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
  @Override
  public boolean notice(String text) {
    if (!text.isEmpty()) {
      entries.add(new Entry.Notice(clock.now(), text));
    }
    return true;
  }
}
