package parley.runner.test;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import parley.engine.plan.FileAccess;
import parley.engine.session.ScriptRunner;
import parley.engine.session.SessionStart;
import parley.model.outcome.ConversationOutcome;
import parley.model.value.Value;
import parley.runner.live.LiveSession;
import parley.runner.live.SessionWatcher;
import parley.transport.connect.Connector;

/** One session as its schedule sees it; in tests there is none behind it. */
interface Performance {

  /** Makes the session of a run. */
  interface Maker {
    Performance make(CaseRun run, SessionWatcher watcher);
  }

  void begin();

  void cancel(String why);

  /** Ends it without waiting: {@link #done} completes exceptionally. */
  void abandon();

  CompletableFuture<ConversationOutcome> done();

  /** The variables as the main connection has them. */
  CompletableFuture<Map<String, Value>> variables();

  /** A session over the network. */
  static Performance live(
      Connector connector,
      CaseRun run,
      SessionStart start,
      FileAccess files,
      ScriptRunner scripts,
      SessionWatcher watcher) {
    return new Live(new LiveSession(connector, run.test().plan(), start, files, scripts, watcher));
  }

  /** Hands everything on. */
  record Live(LiveSession session) implements Performance {

    @Override
    public void begin() {
      session.begin();
    }

    @Override
    public void cancel(String why) {
      session.cancel(why);
    }

    @Override
    public void abandon() {
      session.abandon();
    }

    @Override
    public CompletableFuture<ConversationOutcome> done() {
      return session.done();
    }

    @Override
    public CompletableFuture<Map<String, Value>> variables() {
      return session.variables(0);
    }
  }
}
