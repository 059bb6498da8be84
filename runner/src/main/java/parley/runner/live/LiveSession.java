package parley.runner.live;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import parley.engine.plan.FileAccess;
import parley.engine.plan.Plan;
import parley.engine.plan.StepPlan;
import parley.engine.session.Session;
import parley.model.outcome.ConversationOutcome;
import parley.transport.connect.Connector;

/** A session over the network. Any thread may call it; the work is done on the connector's. */
public final class LiveSession {

  private final CompletableFuture<ConversationOutcome> done = new CompletableFuture<>();

  /** A session that waits to be told what to do. */
  public LiveSession(
      Connector connector,
      Plan plan,
      Session.Start start,
      FileAccess files,
      SessionWatcher watcher) {}

  /** Does the plan's steps; the session is done when they are. */
  public void begin() {}

  /** By hand: does these steps beside whatever else goes on. */
  public void command(List<StepPlan> steps) {}

  /** Cuts it short: closes what is open, then it is done. */
  public void cancel(String why) {}

  /** Completes when nothing more will happen. */
  public CompletableFuture<ConversationOutcome> done() {
    return done;
  }
}
