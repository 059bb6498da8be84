package parley.runner.live;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.Connecting;
import parley.engine.plan.FileAccess;
import parley.engine.plan.MessagePlan;
import parley.engine.plan.Plan;
import parley.engine.plan.Rendering;
import parley.engine.plan.StepPlan;
import parley.engine.session.Event;
import parley.engine.session.ScriptRunner;
import parley.engine.session.Session;
import parley.engine.session.SessionStart;
import parley.model.outcome.ConversationOutcome;
import parley.model.value.Value;
import parley.transport.connect.Connector;
import parley.transport.connect.Cookies;

/**
 * A session over the network. Any thread may call it; the work is done on the connector's. Its
 * elapsed time is zero when it is made.
 */
public final class LiveSession {

  private final Connector connector;
  private final Cookies cookies;
  private final SessionDriver driver;
  private final FileAccess files;
  private final @Nullable Session session;

  /** A session that waits to be told what to do, and does no scripts. */
  public LiveSession(
      Connector connector,
      Plan plan,
      SessionStart start,
      FileAccess files,
      SessionWatcher watcher) {
    this(connector, plan, start, files, ScriptRunner.NONE, watcher);
  }

  /** The same with scripts. */
  public LiveSession(
      Connector connector,
      Plan plan,
      SessionStart start,
      FileAccess files,
      ScriptRunner scripts,
      SessionWatcher watcher) {
    this(connector, cookies(start), plan, start, files, scripts, watcher);
  }

  /** The same with cookies from before, which its answers add to. */
  public LiveSession(
      Connector connector,
      Cookies cookies,
      Plan plan,
      SessionStart start,
      FileAccess files,
      ScriptRunner scripts,
      SessionWatcher watcher) {
    this.connector = connector;
    this.cookies = cookies;
    this.files = files;
    var whole = new Session(plan, start);
    session = whole;
    driver = new SessionDriver(connector, cookies, whole::on, files, scripts, watcher);
  }

  /** Drives what need not be a whole session. */
  LiveSession(
      Connector connector, SessionDriver.Driven driven, FileAccess files, SessionWatcher watcher) {
    this.connector = connector;
    this.cookies = new Cookies(InstantSource.system());
    this.files = files;
    session = null;
    driver = new SessionDriver(connector, cookies, driven, files, ScriptRunner.NONE, watcher);
  }

  /** Without any, by the session's own time of day. */
  private static Cookies cookies(SessionStart start) {
    var beganNanos = System.nanoTime();
    return new Cookies(() -> start.time().after(System.nanoTime() - beganNanos));
  }

  /** The cookies that its connections share. */
  public Cookies cookies() {
    return cookies;
  }

  /** Does the plan's steps; the session is done when they are. */
  public void begin() {
    tell(new Event.Begin());
  }

  /** By hand: does these steps beside whatever else goes on. */
  public void command(List<StepPlan> steps) {
    tell(new Event.Command(steps));
  }

  /** By hand: steps of later commands see only messages that come from now on. */
  public void forget() {
    tell(new Event.Forget());
  }

  /** By hand: gives up the steps of commands that still go on. */
  public void halt() {
    tell(new Event.Halt());
  }

  /** By hand: opens a connection no further, and tries it no more after a loss. */
  public void giveUp(int connection) {
    tell(new Event.GiveUp(connection));
  }

  /**
   * By hand: what the variables are on a connection now, of those that have a value.
   *
   * @param connection its number
   */
  public CompletableFuture<Map<String, Value>> variables(int connection) {
    return asked(() -> session == null ? Map.of() : session.variables(connection));
  }

  /**
   * By hand: a message as it would be sent on a connection now; nothing is sent. Files that it
   * needs are read on the thread that calls. Blocks.
   *
   * @param connection its number
   */
  public Rendering render(MessagePlan message, int connection) {
    var of = Objects.requireNonNull(session, "only a whole session renders");
    var rendering = asked(() -> of.render(message, connection)).join();
    return rendering instanceof Rendering.NeedsFile(var path)
        ? switch (files.read(path)) {
          case FileAccess.Content.Read(var bytes) ->
              asked(() -> of.render(message, connection, bytes)).join();
          case FileAccess.Content.Unreadable(var why) -> new Rendering.Faulty(path.at(), why);
        }
        : rendering;
  }

  /**
   * By hand: a connection as it would be opened now; nothing is opened. Blocks.
   *
   * @param connection its number
   */
  public Connecting connecting(int connection) {
    var of = Objects.requireNonNull(session, "only a whole session knows its connections");
    return asked(() -> of.connecting(connection)).join();
  }

  private <T> CompletableFuture<T> asked(Supplier<T> question) {
    var answer = new CompletableFuture<T>();
    Runnable task =
        () -> {
          try {
            answer.complete(question.get());
          } catch (RuntimeException fault) {
            answer.completeExceptionally(fault);
          }
        };
    if (!connector.execute(task)) {
      answer.completeExceptionally(new IllegalStateException("the connector is closed"));
    }
    return answer;
  }

  /**
   * Reads nothing more from its servers until {@link #resumeReading}, so that they have to wait.
   */
  public void pauseReading() {
    connector.execute(() -> driver.paused(true));
  }

  public void resumeReading() {
    connector.execute(() -> driver.paused(false));
  }

  /** Cuts it short: closes what is open, then it is done. */
  public void cancel(String why) {
    tell(new Event.Cancel(why));
  }

  private void tell(Event event) {
    if (!connector.execute(() -> driver.deliver(event))) {
      driver.done().completeExceptionally(new IllegalStateException("the connector is closed"));
    }
  }

  /** Ends it at once, without a word to anybody: what it has open is reset. */
  public void abandon() {
    connector.execute(driver::abandon);
  }

  /**
   * Completes when nothing more will happen, on the connector's thread. It completes exceptionally
   * only for a fault of ours or of the watcher's; what is open then is reset.
   */
  public CompletableFuture<ConversationOutcome> done() {
    return driver.done();
  }
}
