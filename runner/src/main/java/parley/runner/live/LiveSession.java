package parley.runner.live;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import parley.engine.plan.FileAccess;
import parley.engine.plan.Plan;
import parley.engine.plan.StepPlan;
import parley.engine.session.Event;
import parley.engine.session.Session;
import parley.model.outcome.ConversationOutcome;
import parley.transport.connect.Connector;

/**
 * A session over the network. Any thread may call it; the work is done on the connector's. Its
 * elapsed time is zero when it is made.
 */
public final class LiveSession {

  private final Connector connector;
  private final SessionDriver driver;

  /** A session that waits to be told what to do. */
  public LiveSession(
      Connector connector,
      Plan plan,
      Session.Start start,
      FileAccess files,
      SessionWatcher watcher) {
    this(connector, new Session(plan, start)::on, files, watcher);
  }

  /** Drives what need not be a whole session. */
  LiveSession(
      Connector connector, SessionDriver.Driven session, FileAccess files, SessionWatcher watcher) {
    this.connector = connector;
    driver = new SessionDriver(connector, session, files, watcher);
  }

  /** Does the plan's steps; the session is done when they are. */
  public void begin() {
    tell(new Event.Begin());
  }

  /** By hand: does these steps beside whatever else goes on. */
  public void command(List<StepPlan> steps) {
    tell(new Event.Command(steps));
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
