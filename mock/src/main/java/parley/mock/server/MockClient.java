package parley.mock.server;

import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import parley.engine.session.Event;
import parley.engine.session.Session;
import parley.engine.session.SessionStart;
import parley.mock.plan.Asked;
import parley.mock.plan.EndpointPlan;
import parley.mock.plan.Verdict;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.MessageView;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.transport.connection.Connection;
import parley.transport.connection.ConnectionObserver;

/**
 * One client of a mock: what its connection does becomes events of a session, and what the session
 * wants is done by {@link ClientActions}. Of the mock's thread.
 */
final class MockClient implements ConnectionObserver, Rooms.Member {

  private final Hub hub;
  private final EndpointPlan endpoint;
  private final ClientWatcher watcher;
  private final SplittableRandom random;
  private final SessionClock clock = new SessionClock();
  private final Session session;
  private @Nullable ClientActions actions;
  private Event.@Nullable Accepted accepted;
  private long messages;

  MockClient(Hub hub, EndpointPlan endpoint, ClientWatcher watcher, SplittableRandom random) {
    this.hub = hub;
    this.endpoint = endpoint;
    this.watcher = watcher;
    this.random = random;
    session =
        new Session(
            endpoint.session(),
            new SessionStart(
                hub.timeOfDay(clock.began()),
                random.split(),
                hub.madeUp(),
                Map.of(),
                Map.of(),
                hub.state()));
  }

  /** Whether it is let in, by what its session knows before it begins. */
  Verdict judge(Asked asked) {
    return endpoint.handshake().judge(asked, session);
  }

  /** It is let in, and begins with this when its connection is open. */
  void accept(Event.Accepted first) {
    accepted = first;
  }

  @Override
  public void opened(Connection connection) {
    if (accepted == null) {
      throw new IllegalStateException("a connection opens for a client that is let in");
    }
    actions = new ClientActions(this, hub, connection, endpoint, watcher, random.split(), clock);
    handle(accepted);
  }

  /** Hands an event to the session when its turn has come. */
  void handle(Event event) {
    hub.agenda().run(() -> handleNow(event));
  }

  private void handleNow(Event event) {
    var open = actions();
    try {
      session.on(event, clock.nowNanos(), open);
    } catch (RuntimeException fault) {
      // The edge of this client's work: the others go on.
      open.giveUp();
      var thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, fault);
    }
  }

  private ClientActions actions() {
    if (actions == null) {
      throw new IllegalStateException("a client's events begin when its connection is open");
    }
    return actions;
  }

  @Override
  public void message(MessageView message) {
    handle(new Event.Message(0, ++messages, message.isText(), message.payload()));
  }

  @Override
  public void pingAnswered(Bytes payload, Duration roundTrip) {
    handle(new Event.Pong(0, payload, roundTrip));
  }

  @Override
  public void closed(Closure closure) {
    hub.rooms().leaveAll(this);
    actions().ended();
    handle(new Event.Ended(0, closure));
  }

  @Override
  public void published(Outgoing outgoing) {
    handle(new Event.Published(outgoing));
  }
}
