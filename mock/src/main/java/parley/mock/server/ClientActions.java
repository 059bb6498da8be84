package parley.mock.server;

import java.time.Duration;
import java.util.SplittableRandom;
import parley.engine.plan.FileAccess;
import parley.engine.plan.MessageSight;
import parley.engine.session.Actions;
import parley.engine.session.Event;
import parley.engine.session.Report;
import parley.engine.session.ScriptCall;
import parley.mock.auto.AutoPlan;
import parley.mock.fault.FaultyOutlet;
import parley.mock.fault.Outlet;
import parley.mock.plan.EndpointPlan;
import parley.model.collection.Source;
import parley.model.connection.ConnectSpec;
import parley.protocol.endpoint.Framing;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.transport.connection.Connection;
import parley.transport.connection.Delivery;

/** Does what the session of one client wants. Of the mock's thread. */
final class ClientActions implements Actions {

  /** How often it is told that a message is not answered. */
  private static final int MAX_NOTICES = 10;

  private final MockClient client;
  private final Hub hub;
  private final Connection connection;
  private final Outlet outlet;
  private final Alarm alarm;
  private final ClientWatcher watcher;
  private final AutoPlan auto;
  private final Unsent unsent = new Unsent();
  private boolean roomsRefused;
  private int unanswered;

  ClientActions(
      MockClient client,
      Hub hub,
      Connection connection,
      EndpointPlan endpoint,
      ClientWatcher watcher,
      SplittableRandom random,
      SessionClock clock) {
    this.client = client;
    this.hub = hub;
    this.connection = connection;
    this.watcher = watcher;
    this.auto = endpoint.auto();
    var plain = new WatchedOutlet(connection, watcher);
    outlet =
        endpoint.faults().isNone()
            ? plain
            : new FaultyOutlet(plain, endpoint.faults(), random, System::nanoTime, watcher::lost);
    alarm = new Alarm(plain, clock::nowNanos, () -> client.handle(new Event.Tick()));
  }

  @Override
  public void open(int number, String name, ConnectSpec spec) {
    throw new IllegalStateException("a mock's session opens no connection: " + spec.url());
  }

  @Override
  public void script(long ticket, ScriptCall call) {
    throw new IllegalStateException("a mock's session does no script");
  }

  @Override
  public void send(int number, Outgoing outgoing, long ticket) {
    if (unsent.takes(outgoing)) {
      var _ = outlet.send(outgoing).thenAccept(delivery -> sent(outgoing, ticket, delivery));
    } else {
      refuse(ticket);
    }
  }

  private void sent(Outgoing outgoing, long ticket, Delivery delivery) {
    unsent.gone(outgoing);
    client.handle(
        switch (delivery) {
          case WRITTEN -> new Event.Written(ticket);
          case REFUSED -> new Event.Unsent(ticket, "the close had begun or the connection ended");
          case LOST -> new Event.Unsent(ticket, "the connection ended before all of it was sent");
        });
  }

  private void refuse(long ticket) {
    if (unsent.refused() == 1) {
      watcher.notice(
          "More than %s wait for this client, which does not read them: messages to it are dropped."
              .formatted(Unsent.MAX));
    }
    client.handle(
        new Event.Unsent(
            ticket, "more than %s wait for a client that does not read".formatted(Unsent.MAX)));
  }

  @Override
  public void abort(int number) {
    connection.abort();
  }

  /** Something in here is broken: nobody looks after this client any more. */
  void giveUp() {
    connection.abort();
  }

  @Override
  public void load(long ticket, Source path) {
    hub.reading()
        .execute(() -> {
          var content = hub.files().read(path);
          outlet.schedule(Duration.ZERO, () -> client.handle(loaded(ticket, content)));
        });
  }

  private static Event loaded(long ticket, FileAccess.Content content) {
    return switch (content) {
      case FileAccess.Content.Read(var bytes) -> new Event.Loaded(ticket, bytes);
      case FileAccess.Content.Unreadable(var why) -> new Event.NotLoaded(ticket, why);
    };
  }

  @Override
  public void wake(long atNanos) {
    alarm.set(atNanos);
  }

  @Override
  public void join(String room) {
    if (!hub.rooms().join(room, client) && !roomsRefused) {
      roomsRefused = true;
      watcher.notice(
          "This client is in %d rooms and goes into no more.".formatted(Rooms.MAX_ROOMS));
    }
  }

  @Override
  public void leave(String room) {
    hub.rooms().leave(room, client);
  }

  @Override
  public void publish(String room, boolean exceptSelf, Outgoing outgoing) {
    if (exceptSelf) {
      hub.rooms().publishExcept(client, room, outgoing);
    } else {
      hub.rooms().publish(room, outgoing);
    }
  }

  @Override
  public void unanswered(MessageSight sight) {
    if (auto.isEmpty()) {
      return;
    }
    switch (auto.decide(sight)) {
      case AutoPlan.Decision.Say(var text) ->
          send(0, new Outgoing.Text(Bytes.utf8(text), Framing.WHOLE), 0);
      case AutoPlan.Decision.Nothing(var why) -> {
        if (++unanswered <= MAX_NOTICES) {
          watcher.notice(why);
        }
      }
    }
  }

  @Override
  public void report(Report report) {
    watcher.report(report);
  }

  /** The connection has ended. */
  void ended() {
    outlet.ended();
    if (unsent.refused() > 0) {
      watcher.notice("%d messages to this client were dropped.".formatted(unsent.refused()));
    }
  }
}
