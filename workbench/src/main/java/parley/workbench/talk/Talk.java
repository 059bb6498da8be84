package parley.workbench.talk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.Connecting;
import parley.engine.plan.Planning;
import parley.engine.plan.Rendering;
import parley.files.problem.Problem;
import parley.files.yaml.Pointer;
import parley.model.outcome.StepOutcome;
import parley.model.value.Value;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.report.Redaction;
import parley.runner.hand.HandSession.Giving;
import parley.runner.hand.HandSteps;
import parley.runner.hand.HandVerb;
import parley.store.SessionStart;
import parley.transport.connect.Connector;
import parley.transport.connect.Cookies;
import parley.workbench.call.Answer;
import parley.workbench.call.Json;
import parley.workbench.call.Throttle;
import parley.workbench.step.StepResults;
import parley.workbench.step.StepTree;
import parley.workbench.talk.ConnectionStatus.State;

/**
 * One live conversation. What people want of it comes one after the other; what happens comes on
 * its connector's thread, which never waits for them.
 */
final class Talk implements AutoCloseable {

  private static final Answer ALREADY =
      Answer.refuse(Answer.Code.CONFLICT, "The steps are going on already.", "Stop them first.");

  private final TalkParts parts;
  private final Connector connector;
  private final TalkLog log;
  private final Board board = new Board();
  private final Cookies cookies = new Cookies(InstantSource.system());
  private final Dispatch dispatch;
  private final Throttle talkChanged;
  private final Throttle resultsChanged;
  private volatile String key;
  private volatile String name;
  private volatile @Nullable Hand hand;
  private volatile @Nullable Run run;
  private volatile List<Problem> problems = List.of();
  private final Object pressure = new Object();
  private boolean pressed; // guarded by pressure
  private volatile boolean vanished;
  private boolean spoken;
  private @Nullable TalkFile stale;

  /** One of which nothing is open. */
  Talk(String key, TalkParts parts) {
    this.key = key;
    this.parts = parts;
    connector = new Connector(parts.surroundings());
    name = TalkJson.nameOf(key);
    log = new TalkLog(parts.logs(), this::pressed);
    dispatch = new Dispatch(board, log, connector, this::changed);
    talkChanged = new Throttle(() -> parts.tell(this));
    resultsChanged = new Throttle(() -> parts.tellResults(this));
  }

  private void pressed(boolean high) {
    synchronized (pressure) {
      pressed = high;
      var now = hand;
      if (now != null) {
        now.pause(high);
      }
    }
  }

  private void changed() {
    talkChanged.soon();
    if (run != null) {
      resultsChanged.soon();
    }
  }

  /** Whether something is open, or is being opened. */
  boolean isAlive() {
    return board.isAlive();
  }

  /** Whether its file was deleted, and nothing goes on without it. */
  boolean isGone() {
    return vanished && !isAlive();
  }

  /** Looks at its file again; while something is open, only whether it is there. Blocks. */
  synchronized void look() {
    var vanishedBefore = vanished;
    vanished = !parts.files().isThere(key);
    if (isAlive() || (vanished && vanishedBefore)) {
      return;
    }
    switch (parts.files().open(key)) {
      case TalkFiles.Opened.Ready(var file) -> take(file);
      case TalkFiles.Opened.Wrong(var found) -> problems = found;
      case TalkFiles.Opened.Missing _ -> {}
    }
    changed();
  }

  private void take(TalkFile file) {
    problems = List.of();
    name = parts.files().name(file);
    board.names(file.listed());
  }

  /** The session in which something is open. */
  private Optional<Hand> alive() {
    return Optional.ofNullable(hand).filter(one -> !one.session().isOver() && isAlive());
  }

  /** Does something by the file as it is now, or as it was when what is open was opened. */
  private Answer with(boolean replacing, Function<Hand, Answer> work) {
    return switch (parts.files().openNow(key)) {
      case TalkFiles.Opened.Missing(var why) ->
          alive().map(work).orElseGet(() -> Answer.refuse(Answer.Code.MISSING, why));
      case TalkFiles.Opened.Wrong(var found) -> {
        problems = found;
        changed();
        yield alive()
            .filter(_ -> !replacing)
            .map(work)
            .orElseGet(() -> Refusals.of(found, parts.files().folder()));
      }
      case TalkFiles.Opened.Ready(var file) -> work.apply(hand(file, replacing));
    };
  }

  private Hand hand(TalkFile file, boolean replacing) {
    var open = alive();
    var now = open.or(() -> Optional.ofNullable(hand).filter(one -> !one.session().isOver()));
    var same = now.filter(one -> one.file().isLike(file)).isPresent();
    if (now.isPresent() && (open.isPresent() ? same || !replacing : same && !replacing)) {
      tellStale(file, same);
      return now.get();
    }
    now.ifPresent(one -> one.leave(CloseStatus.of(CloseCode.NORMAL)));
    take(file);
    var watcher = new TalkWatcher(log, board, parts.verify(), file.redaction(), this::changed);
    var fresh = Hand.begin(file, connector, cookies, watcher);
    synchronized (pressure) {
      hand = fresh;
      fresh.pause(pressed);
    }
    spoken = false;
    return fresh;
  }

  private void tellStale(TalkFile file, boolean same) {
    if (!same && (stale == null || !stale.isLike(file))) {
      stale = file;
      log.notice("", "the file has changed; what is open goes on as it was until it is closed");
    }
  }

  private void beginLog(Hand of) {
    log.begin(start(of));
  }

  private SessionStart start(Hand of) {
    return of.start(parts.files().folder().key(of.file().workspace().root()), key, name);
  }

  /** Opens a connection, or those that the conversation begins with. */
  synchronized Answer connect(Optional<String> connection) {
    return with(
        false,
        now -> {
          var names = connection.map(List::of).orElseGet(now.file()::used);
          if (!now.connections().containsAll(names)) {
            return noConnection(names.getFirst());
          }
          beginLog(now);
          names.forEach(one -> connect(now, one));
          return Answer.DONE;
        });
  }

  private static Answer noConnection(String name) {
    return Answer.refuse(Answer.Code.MISSING, "There is no connection " + name + ".");
  }

  private void connect(Hand now, String connection) {
    board.change(connection, ConnectionStatus::wanted);
    changed();
    switch (now.session().connect(connection)) {
      case Giving.Wrong wrong -> dispatch.notOpened(now, connection, wrong.why());
      case Giving.Begun(var outcome) -> {
        var _ =
            outcome.thenAccept(how -> {
              if (!how.result().isGood()) {
                dispatch.notOpened(now, connection, how.result().why());
              }
            });
      }
    }
  }

  /** Opens a connection no further; all that are being opened when none is said. */
  synchronized Answer cancel(Optional<String> connection) {
    var now = hand;
    if (now != null) {
      board.names(one -> one.state() == State.CONNECTING).stream()
          .filter(one -> connection.map(one::equals).orElse(true))
          .forEach(now.session()::giveUp);
    }
    return Answer.DONE;
  }

  /** Closes a connection; all that are open when none is said. */
  synchronized Answer disconnect(Optional<String> connection, CloseStatus status) {
    var refusal = Refusals.of(status);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var now = hand;
    if (now != null) {
      var _ = cancel(connection);
      dispatch
          .repeating()
          .filter(one -> connection.map(one.connection()::equals).orElse(true))
          .ifPresent(_ -> dispatch.stopRepeating());
      now.session().open().stream()
          .filter(one -> connection.map(one::equals).orElse(true))
          .forEach(one -> {
            var _ = now.session().give(HandSteps.close(status), one);
          });
    }
    return Answer.DONE;
  }

  /** Whether that connection is open. */
  boolean isOpen(String connection) {
    var now = hand;
    return now != null && now.session().isOpen(connection);
  }

  /** What is open as it is, else the file as it is now. */
  private Answer open(String connection, Function<Hand, Answer> work) {
    var now = hand;
    if (now != null && now.session().isOpen(connection)) {
      return work.apply(now);
    }
    return with(
        false, found -> found.has(connection) ? work.apply(found) : noConnection(connection));
  }

  /** Sends a message, connecting first when that is needed. */
  synchronized Answer send(Draft draft, String connection, Optional<Duration> every) {
    return open(
        connection,
        now ->
            switch (DraftMessage.read(draft, now.file().path())) {
              case DraftMessage.Made.Wrong(var text, var hint) ->
                  Answer.refuse(Answer.Code.INVALID, text, hint);
              case DraftMessage.Made.Ready(var verb) -> send(now, verb, draft, connection, every);
            });
  }

  private Answer send(
      Hand now, HandVerb verb, Draft draft, String connection, Optional<Duration> every) {
    return switch (now.session().render(verb, connection)) {
      case Planning.Wrong<Rendering>(var wrong) -> Refusals.of(wrong);
      case Planning.Planned<Rendering>(Rendering.Ready(var outgoing)) -> {
        beginLog(now);
        spoken = true;
        var message = new Dispatch.Letter(now, verb, connection, Preview.line(draft), outgoing);
        var ticket = dispatch.send(message);
        every.ifPresent(pause -> dispatch.repeat(message, pause));
        yield Answer.of(Json.object().put("ticket", ticket));
      }
      case Planning.Planned<Rendering>(Rendering.Faulty(_, var why)) ->
          Answer.refuse(Answer.Code.INVALID, now.file().redaction().in(Refusals.sentence(why)));
      case Planning.Planned<Rendering>(Rendering.NeedsFile _) ->
          throw new IllegalStateException("its file was read");
    };
  }

  synchronized Answer stopRepeating() {
    dispatch.stopRepeating();
    return Answer.DONE;
  }

  /** What a draft would be on the wire; nothing is sent. */
  synchronized Answer preview(Draft draft, String connection) {
    return open(connection, now -> Preview.of(draft, now, connection));
  }

  Cookies cookies() {
    return cookies;
  }

  Connector connector() {
    return connector;
  }

  TalkParts parts() {
    return parts;
  }

  /** Tells what a connection would be opened with now, or answers why that cannot be said. */
  synchronized Answer plan(String connection, Consumer<Connecting> planned) {
    return open(
        connection,
        now -> {
          planned.accept(now.session().connecting(connection));
          return Answer.DONE;
        });
  }

  /** Does the steps of the file. */
  synchronized Answer run() {
    return isRunning()
        ? ALREADY
        : with(
            true,
            now ->
                now.file().plan().steps().isEmpty()
                    ? Answer.refuse(
                        Answer.Code.INVALID,
                        name + " has no steps to run.",
                        "Steps make it a test: add one in the tab Steps.")
                    : run(now));
  }

  private boolean isRunning() {
    return lastRun().filter(Run::isGoingOn).isPresent();
  }

  private Answer run(Hand now) {
    if (spoken) {
      now.session().forget();
    }
    var file = now.file();
    var keys = parts.files().folder();
    var tree = StepTree.whole(file.plan(), file.path(), file.lines(), keys::key);
    return run(now, tree, now.session()::run, List.of());
  }

  private Answer run(
      Hand now, StepTree tree, Supplier<CompletableFuture<StepOutcome>> steps, List<Value> others) {
    beginLog(now);
    spoken = true;
    var results = new StepResults(tree, now.file().redaction());
    var begun = new Run(results, others, now.watcher().part(), System.nanoTime());
    run = begun;
    now.watcher().runs(results);
    var _ = steps.get().handle((all, _) -> ran(begun, all));
    changed();
    return Answer.DONE;
  }

  /**
   * Does some steps as the file says them now, on what is open, with the messages that came and the
   * variables that are known.
   */
  synchronized Answer run(List<Pointer> some) {
    if (isRunning()) {
      return ALREADY;
    }
    return switch (parts.files().openNow(key)) {
      case TalkFiles.Opened.Missing(var why) -> Answer.refuse(Answer.Code.MISSING, why);
      case TalkFiles.Opened.Wrong(var found) -> {
        problems = found;
        changed();
        yield Refusals.of(found, parts.files().folder());
      }
      case TalkFiles.Opened.Ready(var file) -> run(file, hand(file, false), some);
    };
  }

  private Answer run(TalkFile file, Hand now, List<Pointer> some) {
    var others = lastRun().map(one -> one.without(some)).orElse(List.of());
    return switch (SomeSteps.of(file, now, some)) {
      case SomeSteps.Ready(var tree, var plans) ->
          run(now, tree, () -> now.session().run(plans), others);
      case SomeSteps.Stale stale -> stale.answer();
    };
  }

  private @Nullable StepOutcome ran(Run which, @Nullable StepOutcome all) {
    if (all == null) {
      which.results().cancelled(which.took());
    } else {
      which.results().over(all.result(), all.ended().minus(all.began()));
    }
    changed();
    return all;
  }

  /** Gives up the steps that go on. */
  synchronized Answer stop() {
    var now = hand;
    if (now != null && isRunning()) {
      now.session().halt();
    }
    return Answer.DONE;
  }

  /** Begins another log. */
  synchronized Answer clear() {
    var now = hand;
    if (now != null && isAlive()) {
      log.renew(start(now));
    } else {
      log.close();
    }
    if (!isRunning()) {
      run = null;
    }
    changed();
    parts.tellResults(this);
    return Answer.of(Json.object().put("session", log.session().map(Value::of).orElse(Value.NULL)));
  }

  /** From now on it has another key. */
  synchronized void moved(String to) {
    key = to;
    look();
    name =
        parts.files().open(to) instanceof TalkFiles.Opened.Ready(var file)
            ? parts.files().name(file)
            : TalkJson.nameOf(to);
    log.renamed(key, name);
    changed();
  }

  /** What the variables are by now, on the main connection. Blocks. */
  Map<String, Value> variables() {
    var now = hand;
    return now == null || now.session().isOver()
        ? Map.of()
        : now.session().variables(now.connections().getFirst());
  }

  String key() {
    return key;
  }

  String name() {
    return name;
  }

  Board board() {
    return board;
  }

  TalkLog log() {
    return log;
  }

  Dispatch dispatch() {
    return dispatch;
  }

  Optional<Run> lastRun() {
    return Optional.ofNullable(run);
  }

  List<Problem> problems() {
    return problems;
  }

  Redaction redaction() {
    var now = hand;
    return now == null ? Redaction.NONE : now.file().redaction();
  }

  /** Closes what is open because the workbench ends, and writes what is left. Blocks. */
  @Override
  public synchronized void close() {
    dispatch.stopRepeating();
    var now = hand;
    if (now != null) {
      now.leave(CloseStatus.of(CloseCode.GOING_AWAY));
    }
    log.close();
    connector.close();
  }
}
