package parley.cli.prompt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import parley.cli.hand.HandFile;
import parley.cli.hand.Opening;
import parley.cli.hand.Opening.Opened;
import parley.cli.hand.Typed;
import parley.cli.input.Notation;
import parley.cli.prompt.SlashCommand.OfFile;
import parley.cli.prompt.SlashCommands.Definition;
import parley.cli.shell.ExitCode;
import parley.cli.talk.Backlog;
import parley.cli.talk.TalkPlan;
import parley.cli.talk.View;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.report.CookieText;
import parley.report.Palette.Ink;
import parley.runner.hand.HandSession;
import parley.runner.hand.HandSession.Giving;
import parley.runner.hand.HandSteps;
import parley.runner.hand.HandVerb;
import parley.transport.connect.Connector;
import parley.transport.record.TranscriptClock;
import parley.workspace.Places;

/**
 * A session by hand by a conversation file: typed lines are steps of the same session that does the
 * file's. Typed lines come from one thread, what happens from the connector's.
 */
final class FileConversation implements Partner {

  private static final Duration LEAVING = Duration.ofSeconds(6);

  private final TalkPlan plan;
  private final Opening opening;
  private final Connector connector;
  private final Surface surface;
  private final TranscriptClock clock = new TranscriptClock();
  private final Entries entries;
  private final FileWatcher watcher;
  private final Backlog backlog;
  private final ChangeWatch changes;
  private final StepsByHand steps;
  private final List<String> wanted;
  private volatile HandFile file;
  private volatile HandSession session;
  private volatile String current;
  private volatile boolean spoken;
  private volatile boolean closing;

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
    this.changes = new ChangeWatch(file, this::notice);
    this.entries =
        new Entries(
            plan.view(),
            new Entries.Voice(name -> connections().label(name), () -> this.file.redaction()),
            surface.screen());
    this.backlog =
        new Backlog(() -> this.session.pauseReading(), () -> this.session.resumeReading());
    this.watcher = new FileWatcher(entries, this::notice, backlog, this::openChanged);
    this.steps = new StepsByHand(watcher, plan.view().palette(), surface, this::notice);
    this.session = new HandSession(file.toPlan(), connector, watcher);
  }

  private ConnectionNames connections() {
    return new ConnectionNames(file.connections());
  }

  @Override
  public String greeting() {
    var view = plan.view();
    var environment = file.environment().map(name -> " · env " + name).orElse("");
    var unchecked =
        file.trustsAnybody()
            ? view.palette()
                    .paint(
                        Ink.BAD, "! the server's certificate is not checked (tls: verify: false)")
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
    wanted.stream()
        .map(name -> shown(session().connect(name)))
        .toList()
        .forEach(CompletableFuture::join);
    changes.start();
    if (!isOpen()) {
      entries.showText(faint("  Enter connects again, /reload reads the file again"));
    }
    if (plan.view().detail() != View.Detail.QUIET) {
      var run = file.steps() > 0 ? "/run does the steps, " : "";
      entries.showText(faint("  /send NAME, " + run + "/vars, /help for all; Ctrl+D leaves"));
    }
    return true;
  }

  private String faint(String line) {
    return plan.view().palette().paint(Ink.FAINT, line) + "\n";
  }

  /** On the connector's thread. */
  private void openChanged(String connection) {
    surface.openChanged().run();
    var ended = connection.equals(current) && !session.isOpen(current);
    if (ended && !closing && !file.reconnects(current)) {
      entries.showText(faint("  Enter connects again, Ctrl+D leaves"));
    }
  }

  @Override
  public boolean typed(String line) {
    var _ = changes.look();
    if (line.isBlank()) {
      if (!isOpen()) {
        connect(current);
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
          disconnect(close.status().map(HandSteps::close).orElseGet(this::closing));
      case SlashCommand.Abort() -> ifOpen(() -> show(session().give(HandSteps.reset(), current)));
      case SlashCommand.Save(var target) -> notice(entries.save(target));
      case SlashCommand.Load(var source) -> load(source);
      case SlashCommand.ShowOnly only -> notice(entries.showOnly(only.filter()));
      case SlashCommand.Pretty(var on) -> notice(entries.pretty(on));
      case SlashCommand.Frames(var on) -> notice(entries.frames(on));
      case SlashCommand.Headers() -> entries.showHandshake(current);
      case SlashCommand.Cookies() -> showCookies();
      case SlashCommand.Reconnect() -> reconnect();
      case SlashCommand.Help() -> entries.showText(PromptHelp.ofFile(plan.view().palette()));
      case SlashCommand.OfFile own -> ofFile(own);
      case SlashCommand.Quit() -> {
        return false;
      }
    }
    return true;
  }

  private void showCookies() {
    var text = CookieText.of(session().cookies().toList(), true, plan.view().palette());
    entries.showText(file.redaction().in(text));
  }

  private void ofFile(OfFile command) {
    switch (command) {
      case OfFile.SendSaved(var name) -> sendSaved(name);
      case OfFile.Run() -> {
        steps.run(file, session(), spoken);
        spoken = true;
      }
      case OfFile.Stop() -> steps.stop(session);
      case OfFile.Variables(var beginning) -> variables(beginning);
      case OfFile.On(var name) -> on(name);
      case OfFile.Connect(var name) -> named(name, this::connect);
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
      session = new HandSession(file.toPlan(), connector, session.cookies(), watcher);
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
                ? session().give(HandSteps.ping(text), current)
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
    show(session().give(HandSteps.saved(name), current));
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
      case Giving.Wrong wrong -> notice(wrong.why());
      case Giving.Begun(var outcome) -> {
        var _ = outcome.whenComplete((_, _) -> connect(connection));
      }
    }
  }

  private HandVerb closing() {
    return HandSteps.close(plan.talk().closing());
  }

  private void disconnect(HandVerb closing) {
    if (!isOpen() && file.reconnects(current)) {
      session().giveUp(current);
      notice("there is no connection, and none is tried any more: Enter connects again");
    } else {
      ifOpen(() -> show(session().give(closing, current)));
    }
  }

  private void ifOpen(Runnable action) {
    if (isOpen()) {
      action.run();
    } else {
      notice("there is no connection: Enter connects again");
    }
  }

  private void connect(String connection) {
    show(session().connect(connection));
  }

  private void show(Giving giving) {
    var _ = shown(giving);
  }

  /** Says what went wrong, unless the connection has said it. */
  private CompletableFuture<?> shown(Giving giving) {
    var failures = watcher.failures();
    return switch (giving) {
      case Giving.Wrong wrong -> {
        notice(wrong.why());
        yield CompletableFuture.completedFuture(wrong);
      }
      case Giving.Begun(var outcome) ->
          outcome.handle((how, _) -> {
            if (how != null && !how.result().isGood() && watcher.failures() == failures) {
              notice(how.result().why());
            }
            return how;
          });
    };
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
    if (name.isEmpty()) {
      action.accept(current);
    } else {
      connections().find(name, action, this::notice);
    }
  }

  private void on(String name) {
    if (name.isEmpty()) {
      notice(
          "you talk on %s; connections: %s"
              .formatted(ConnectionNames.title(current), connections().list(session::isOpen)));
      return;
    }
    named(
        name,
        connection -> {
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
    changes.read(file);
  }

  private void replace(HandFile read) {
    var open = session.open();
    closing = true;
    session.leave(plan.talk().closing(), LEAVING);
    closing = false;
    file = read;
    session = new HandSession(read.toPlan(), connector, session.cookies(), watcher);
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
    closing = true;
    changes.stop();
    session.leave(plan.talk().closing(), LEAVING);
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
    return connections().areSeveral() ? ConnectionNames.title(current) : "";
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
      case "/on", "/connect", "/disconnect" -> connections().titles();
      case "/env" -> file.environments();
      case "/vars" -> file.plan().variables().names();
      default -> List.of();
    };
  }
}
