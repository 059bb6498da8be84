package parley.runner.live;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import parley.engine.plan.FileAccess;
import parley.engine.plan.Plan;
import parley.engine.plan.StepPlan;
import parley.engine.session.Event;
import parley.engine.session.Session;
import parley.model.outcome.ConversationOutcome;
import parley.model.value.Value;
import parley.transport.connect.Connector;

/**
 * A session over the network. Any thread may call it; the work is done on the connector's. Its
 * elapsed time is zero when it is made.
 */
public final class LiveSession {

  private final Connector connector;
  private final SessionDriver driver;
  private final IntFunction<Map<String, Value>> variables;

  /** A session that waits to be told what to do. */
  public LiveSession(
      Connector connector,
      Plan plan,
      Session.Start start,
      FileAccess files,
      SessionWatcher watcher) {
    this(connector, new Session(plan, start), files, watcher);
  }

  private LiveSession(
      Connector connector, Session session, FileAccess files, SessionWatcher watcher) {
    this.connector = connector;
    driver = new SessionDriver(connector, session::on, files, watcher);
    variables = session::variables;
  }

  /** Drives what need not be a whole session. */
  LiveSession(
      Connector connector, SessionDriver.Driven session, FileAccess files, SessionWatcher watcher) {
    this.connector = connector;
    driver = new SessionDriver(connector, session, files, watcher);
    variables = _ -> Map.of();
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

  /**
   * By hand: what the variables are on a connection now, of those that have a value.
   *
   * @param connection its number
   */
  public CompletableFuture<Map<String, Value>> variables(int connection) {
    var answer = new CompletableFuture<Map<String, Value>>();
    if (!connector.execute(() -> answer.complete(variables.apply(connection)))) {
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
