package parley.workbench.talk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import parley.engine.plan.Connecting;
import parley.protocol.endpoint.CloseStatus;
import parley.runner.hand.HandSession;
import parley.store.SessionStart;
import parley.transport.connect.Connector;
import parley.transport.connect.Cookies;

/**
 * A session by a conversation's file as it was when the session began.
 *
 * @param watcher takes down what happens in it
 */
record Hand(TalkFile file, HandSession session, TalkWatcher watcher) {

  /** Longer than any close timeout that nobody changed. */
  private static final Duration LEAVING = Duration.ofSeconds(6);

  static Hand begin(TalkFile file, Connector connector, Cookies cookies, TalkWatcher watcher) {
    return new Hand(file, new HandSession(file.hand(), connector, cookies, watcher), watcher);
  }

  /** What the history keeps of its beginning. */
  SessionStart start(String collection, String key, String name) {
    var url =
        switch (session.connecting(file.listed().getFirst())) {
          case Connecting.Ready(var spec, _) -> spec.url().toString();
          case Connecting.Faulty _ ->
              file.conversation().main().url().map(source -> source.text()).orElse("");
        };
    return new SessionStart(
        collection, key, name, file.redaction().in(url), file.environment(), Instant.now());
  }

  /** Reads no more for now, or goes on reading. */
  void pause(boolean paused) {
    if (paused) {
      session.pauseReading();
    } else {
      session.resumeReading();
    }
  }

  boolean has(String connection) {
    return file.hand().connections().contains(connection);
  }

  List<String> connections() {
    return file.hand().connections();
  }

  /** Closes what is open, and waits until it has ended. Blocks. */
  void leave(CloseStatus status) {
    session.leave(status, LEAVING);
  }
}
