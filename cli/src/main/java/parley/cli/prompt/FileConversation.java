package parley.cli.prompt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.cli.hand.FileStamp;
import parley.cli.hand.HandFile;
import parley.cli.hand.HandSession;
import parley.cli.hand.HandSession.Giving;
import parley.cli.hand.Opening;
import parley.cli.hand.Opening.Opened;
import parley.cli.hand.Outcome;
import parley.cli.hand.Typed;
import parley.cli.input.Notation;
import parley.cli.option.Spelling;
import parley.cli.prompt.SlashCommand.OfFile;
import parley.cli.prompt.SlashCommands.Definition;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Places;
import parley.cli.talk.Backlog;
import parley.cli.talk.TalkPlan;
import parley.cli.talk.View;
import parley.model.outcome.StepOutcome;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.report.Palette.Ink;
import parley.report.test.Look;
import parley.transport.connect.Connector;
import parley.transport.record.TranscriptClock;

/**
 * A session by hand by a conversation file: typed lines are steps of the same session that does the
 * file's. Typed lines come from one thread, what happens from the connector's.
 */
final class FileConversation implements Partner {

  private static final Duration LEAVING = Duration.ofSeconds(6);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final TalkPlan plan;
  private final Opening opening;
  private final Connector connector;
  private final Surface surface;
  private final TranscriptClock clock = new TranscriptClock();
  private final Entries entries;
  private final FileWatcher watcher;
  private final Backlog backlog;
  private final List<String> wanted;
  private volatile HandFile file;
  private volatile HandSession session;
  private volatile String current;
  private volatile boolean spoken;
  private volatile boolean left;
  private FileStamp stamp;
  private boolean changeTold;

  /** Not connected yet. */
  FileConversation(
      TalkPlan plan,
      HandFile file,
      Opening opening,
      List<String> connections,
      Connector connector,
      Surface surface) {
    this.plan = plan;
    this.file = file;
    this.opening = opening;
    this.connector = connector;
    this.surface = surface;
    this.wanted = connections.isEmpty() ? file.used() : List.copyOf(connections);
    this.current = wanted.getFirst();
    this.stamp = new FileStamp(file);
    this.entries =
        new Entries(
            plan.view(),
            new Entries.Voice(this::label, () -> this.file.redaction()),
            surface.screen());
    this.backlog =
        new Backlog(() -> this.session.pauseReading(), () -> this.session.resumeReading());
    this.watcher = new FileWatcher(entries, this::notice, backlog, this::openChanged);
    this.session = new HandSession(file, connector, watcher);
  }

  /** What stands before what happens on a connection, as wide for each of several. */
  private String label(String connection) {
    var names = file.connections();
    var width = names.stream().mapToInt(name -> title(name).length()).max().orElse(0);
    return names.size() < 2 ? "" : title(connection) + " ".repeat(width - title(connection).length() + 1);
  }

  private static String title(String connection) {
    return connection.isEmpty() ? "main" : connection;
  }

  @Override
  public String greeting() {
    var view = plan.view();
    var environment = file.environment().map(name -> " · env " + name).orElse("");
    var unchecked =
        file.trustsAnybody()
            ? view.palette()
                    .paint(Ink.BAD, "! the server's certificate is not checked (tls: verify: false)")
                + "\n"
            : "";
    return file.name()
        + view.palette().paint(Ink.FAINT, "  " + Places.shown(file.path()) + environment)
        + "\n"
        + unchecked
        + file.warnings();
  }

  @Override
  public boolean begin() {
    opening.mockUrl(file).ifPresent(url -> notice("the environment's mock listens on " + url));
    watcher.limit(plan.talk().timeout(), this::timedOut);
    wanted.stream().map(this::connect).toList().forEach(CompletableFuture::join);
    Thread.ofVirtual().start(this::lookForChanges);
    if (plan.view().detail() != View.Detail.QUIET) {
      var run = file.steps() > 0 ? "/run does the steps, " : "";
      entries.showText(faint("  /send NAME, " + run + "/vars, /help for all; Ctrl+D leaves"));
    }
    return true;
  }

  private String faint(String line) {
    return plan.view().palette().paint(Ink.FAINT, line) + "\n";
  }

  private void lookForChanges() {
    try {
      while (!left) {
        Thread.sleep(LOOK_AGAIN);
        tellChanges();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void tellChanges() {
    if (!changeTold) {
      stamp
          .changed()
          .ifPresent(changed -> {
            changeTold = true;
            notice(Places.shown(changed) + " has changed: /reload reads it again");
          });
    }
  }

  /** On the connector's thread. */
  private void openChanged(String connection) {
    surface.openChanged().run();
    if (connection.equals(current) && !session.isOpen(current) && !file.reconnects(current)) {
      entries.showText(faint("  Enter connects again, Ctrl+D leaves"));
    }
  }

  @Override
  public boolean typed(String line) {
    tellChanges();
    if (line.isBlank()) {
      if (!isOpen()) {
        var _ = connect(current);
      }
      return true;
    }
    if (line.startsWith("/") && !line.startsWith("//")) {
      return command(line);
    }
    message(line.startsWith("//") ? line.substring(1) : line);
    return true;
  }

  private boolean command(String line) {
    return switch (SlashCommands.parse(line.stripTrailing(), FileCommands.ALL)) {
      case SlashCommands.Parsed.Problem(var text) -> notice(text);
      case SlashCommands.Parsed.Command(var command) -> run(command);
    };
  }

  private void message(String line) {
    spoken = true;
    if (line.contains("{{") && plan.notation() == Notation.PLAIN) {
      show(session().give(Typed.template(line, plan.maker()), current));
      return;
    }
    switch (plan.notation().read(Bytes.utf8(line))) {
      case Notation.Decoded.Payload(var payload) ->
          show(session().send(plan.maker().message(payload), current));
      case Notation.Decoded.Unreadable(var problem) -> notice(problem);
    }
  }

  private boolean run(SlashCommand command) {
    switch (command) {
      case SlashCommand.Send send -> send(send);
      case SlashCommand.Close close ->
          disconnect(close.status().map(Typed::close).orElseGet(this::closing));
      case SlashCommand.Abort() -> ifOpen(() -> show(session().give(Typed.reset(), current)));
      case SlashCommand.Save(var target) -> notice(entries.save(target));
      case SlashCommand.Load(var source) -> load(source);
      case SlashCommand.ShowOnly only -> notice(entries.showOnly(only.filter()));
      case SlashCommand.Pretty(var on) -> notice(entries.pretty(on));
      case SlashCommand.Frames(var on) -> notice(entries.frames(on));
      case SlashCommand.Headers() -> entries.showHandshake(current);
      case SlashCommand.Reconnect() -> reconnect();
      case SlashCommand.Help() -> entries.showText(PromptHelp.ofFile(plan.view().palette()));
      case SlashCommand.OfFile own -> ofFile(own);
      case SlashCommand.Quit() -> {
        return false;
      }
    }
    return true;
  }

  private void ofFile(OfFile command) {
    switch (command) {
      case OfFile.SendSaved(var name) -> sendSaved(name);
      case OfFile.Run() -> runSteps();
      case OfFile.Stop() -> stop();
      case OfFile.Variables(var beginning) -> variables(beginning);
      case OfFile.On(var name) -> on(name);
      case OfFile.Connect(var name) ->
          named(name, connection -> {
            var _ = connect(connection);
          });
      case OfFile.Disconnect(var name) ->
          named(name, connection -> show(session().give(closing(), connection)));
      case OfFile.Reload() ->
          reload(file.environment().map(opening::open).orElseGet(opening::open));
      case OfFile.InEnvironment(var name) -> environment(name);
    }
  }

  /** The session, or another one when it was ended by what its file says. */
  private HandSession session() {
    if (session.isOver()) {
      session = new HandSession(file, connector, watcher);
    }
    return session;
  }

  private void send(SlashCommand.Send command) {
    spoken = true;
    if (command.outgoing() instanceof Outgoing.Frame(var header, var payload)) {
      entries.showFrameByHand(new Entry.Frame(clock.now(), Direction.SENT, header, payload));
    }
    show(
        command.outgoing() instanceof Outgoing.Frame(var header, var payload)
                && command.pace().isPresent()
            ? session()
                .send(
                    Pieces.of(header, payload, command.pace().get().piece().toInt()),
                    command.pace().get().delay(),
                    current)
            : command.outgoing() instanceof Outgoing.Ping(var text)
                ? session().give(Typed.ping(text), current)
                : session().send(command.outgoing(), current));
  }

  private void sendSaved(String name) {
    if (name.isEmpty()) {
      var names = file.messages();
      notice(
          names.isEmpty()
              ? "the file has no saved messages: messages: [ { name: hello, text: hi } ]"
              : "saved messages: " + String.join(", ", names));
      return;
    }
    spoken = true;
    show(session().give(Typed.saved(name), current));
  }

  private void load(Path source) {
    spoken = true;
    notice(
        Loading.of(
            source,
            plan,
            outgoing ->
                session().send(outgoing, current) instanceof Giving.Begun(var outcome)
                    && outcome.join().result().isGood()));
  }

  private void reconnect() {
    var connection = current;
    switch (session().give(closing(), connection)) {
      case Giving.Wrong(var why) -> notice(why);
      case Giving.Begun(var outcome) -> {
        var _ = outcome.whenComplete((_, _) -> connect(connection));
      }
    }
  }

  private HandSession.Verb closing() {
    return Typed.close(plan.talk().closing());
  }

  private void disconnect(HandSession.Verb closing) {
    ifOpen(() -> show(session().give(closing, current)));
  }

  private void ifOpen(Runnable action) {
    if (isOpen()) {
      action.run();
    } else {
      notice("there is no connection: Enter connects again");
    }
  }

  private CompletableFuture<?> connect(String connection) {
    return show(session().connect(connection));
  }

  /** Says what went wrong, unless the connection has said it. */
  private CompletableFuture<?> show(Giving giving) {
    var failures = watcher.failures();
    return switch (giving) {
      case Giving.Wrong(var why) -> {
        notice(why);
        yield CompletableFuture.completedFuture(why);
      }
      case Giving.Begun(var outcome) ->
          outcome.handle((how, _) -> {
            if (how != null && !how.result().isGood() && watcher.failures() == failures) {
              notice(Outcome.why(how.result()));
            }
            return how;
          });
    };
  }

  private void runSteps() {
    if (file.steps() == 0) {
      notice("the file has no steps to run; `steps:` makes it a test");
      return;
    }
    if (watcher.isRunning()) {
      notice("the steps go on: /stop gives them up");
      return;
    }
    var session = session();
    if (spoken) {
      session.forget();
    }
    spoken = true;
    var look =
        new Look(
            plan.view().palette(), surface.columns().getAsInt(), file.redaction(), Path.of(""));
    var shown = new StepsShown(file, look, surface.screen());
    watcher.runs(shown);
    var _ = session.run().handle((all, _) -> ran(shown, all));
  }

  private @Nullable StepOutcome ran(StepsShown shown, @Nullable StepOutcome all) {
    watcher.ran();
    if (all == null) {
      notice("the steps were given up");
    } else {
      shown.over(all);
    }
    return all;
  }

  private void stop() {
    if (watcher.isRunning()) {
      session.halt();
    } else {
      notice("no steps go on");
    }
  }

  private void variables(String beginning) {
    var text =
        VariableText.of(
            file,
            session().variables(current),
            beginning,
            plan.view().palette(),
            surface.columns().getAsInt());
    entries.showText(text.isEmpty() ? "  there is no such variable\n" : text);
  }

  /** Does something with the connection of that name, or the one that is talked on. */
  private void named(String name, Consumer<String> action) {
    var names = file.connections();
    var connection = name.equals("main") && !names.contains(name) ? "" : name;
    if (name.isEmpty()) {
      action.accept(current);
    } else if (names.contains(connection)) {
      action.accept(connection);
    } else {
      var titles = names.stream().map(FileConversation::title).toList();
      var near = Spelling.nearest(name, titles).map(one -> "did you mean " + one + "? ").orElse("");
      notice(
          "there is no connection " + name + ": " + near + "there is " + String.join(", ", titles));
    }
  }

  private void on(String name) {
    if (name.isEmpty()) {
      var all = new ArrayList<String>();
      for (var one : file.connections()) {
        all.add(title(one) + (session.isOpen(one) ? " (open)" : ""));
      }
      notice("you talk on " + title(current) + "; connections: " + String.join(", ", all));
      return;
    }
    named(name, connection -> {
      current = connection;
      surface.openChanged().run();
    });
  }

  private void environment(String name) {
    if (!name.isEmpty()) {
      reload(opening.open(name));
      return;
    }
    var all = file.environments();
    notice(
        all.isEmpty()
            ? "the collection has no environments: environments/NAME.yaml"
            : file.environment().map(one -> "you are in " + one).orElse("you are in none")
                + "; environments: "
                + String.join(", ", all));
  }

  private void reload(Opened opened) {
    switch (opened) {
      case Opened.Wrong(var misuse) -> entries.showText(misuse.toText());
      case Opened.Problems(var text) ->
          entries.showText(text + "  the file as it was goes on; /reload reads it again\n");
      case Opened.Ready(var read) -> replace(read);
    }
    changed();
  }

  private synchronized void changed() {
    stamp = new FileStamp(file);
    changeTold = false;
  }

  private void replace(HandFile read) {
    var open = session.open();
    session.leave(LEAVING);
    file = read;
    session = new HandSession(read, connector, watcher);
    spoken = false;
    if (!read.connections().contains(current)) {
      current = read.used().getFirst();
    }
    entries.showText(read.warnings());
    notice(
        "read again"
            + read.environment().map(name -> ", environment " + name).orElse("")
            + (open.isEmpty() ? "" : "; connecting anew"));
    open.stream().filter(read.connections()::contains).forEach(this::connect);
    surface.openChanged().run();
  }

  @Override
  public void leave() {
    left = true;
    var closing =
        session.open().stream()
            .map(one -> session.give(closing(), one))
            .flatMap(giving -> giving instanceof Giving.Begun(var outcome)
                ? java.util.stream.Stream.of(outcome.<@Nullable StepOutcome>handle((how, _) -> how))
                : java.util.stream.Stream.empty())
            .toList();
    CompletableFuture.allOf(closing.toArray(CompletableFuture[]::new))
        .completeOnTimeout(null, LEAVING.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)
        .join();
    session.leave(LOOK_AGAIN);
  }

  @Override
  public void timedOut() {
    watcher.timedOut();
    notice("the time that the command line allows is over");
    surface.timeOver().run();
  }

  @Override
  public boolean notice(String text) {
    if (!text.isEmpty()) {
      entries.add(new Entry.Notice(clock.now(), text));
    }
    return true;
  }

  @Override
  public String name() {
    return file.connections().size() < 2 ? "" : title(current);
  }

  @Override
  public boolean isOpen() {
    return session.isOpen(current);
  }

  @Override
  public void shown(long weight) {
    backlog.remove(weight);
  }

  @Override
  public ExitCode outcome() {
    return watcher.outcome();
  }

  @Override
  public List<Definition> commands() {
    return FileCommands.ALL;
  }

  @Override
  public List<String> names(String command) {
    return switch (command) {
      case "/send" -> file.messages();
      case "/on", "/connect", "/disconnect" ->
          file.connections().stream().map(FileConversation::title).toList();
      case "/env" -> file.environments();
      case "/vars" -> file.plan().variables().names();
      default -> List.of();
    };
  }
}
