package parley.runner.live;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.FileAccess;
import parley.engine.session.Actions;
import parley.engine.session.Event;
import parley.engine.session.Report;
import parley.engine.session.ScriptAnswer;
import parley.engine.session.ScriptCall;
import parley.engine.session.ScriptRunner;
import parley.model.collection.Source;
import parley.model.connection.ConnectSpec;
import parley.model.outcome.ConversationOutcome;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.transport.connect.Connector;
import parley.transport.connect.Cookies;

/**
 * Carries out what a session wants, and brings it the answers: one event at a time, in the order
 * they happened. What happens while the session handles an event waits until it has. For the
 * connector's thread.
 *
 * <pre>
 *   idle --event--> handling --the session returns, nothing waits--> idle
 *                   handling --event: it waits in the inbox, then--> handling
 *   handling --Done, or a fault--> over
 * </pre>
 */
final class SessionDriver implements Actions {

  /** What is driven: {@link parley.engine.session.Session#on}. */
  interface Driven {
    void on(Event event, long nowNanos, Actions actions);
  }

  private enum State {
    IDLE,
    HANDLING,
    OVER
  }

  private final Connector connector;
  private final Cookies cookies;
  private final Driven session;
  private final Transcript transcript;
  private final FileLoader loader;
  private final ScriptRunner scripts;
  private final WakeTimer timer;
  private final SessionWatcher watcher;
  private final Map<Integer, Line> lines = new HashMap<>();
  private final ArrayDeque<Event> inbox = new ArrayDeque<>();
  private final CompletableFuture<ConversationOutcome> done = new CompletableFuture<>();
  private State state = State.IDLE;
  private boolean paused;
  private @Nullable ConversationOutcome outcome;

  SessionDriver(
      Connector connector,
      Cookies cookies,
      Driven session,
      FileAccess files,
      ScriptRunner scripts,
      SessionWatcher watcher) {
    this.connector = connector;
    this.cookies = cookies;
    this.session = session;
    this.scripts = scripts;
    this.watcher = watcher;
    transcript = new Transcript(watcher, this::fail);
    loader = new FileLoader(files, connector);
    timer = new WakeTimer(connector, transcript.clock(), () -> deliver(new Event.Tick()));
  }

  /** Completes on the connector's thread. */
  CompletableFuture<ConversationOutcome> done() {
    return done;
  }

  /** Brings an event to the session: at once, or when it has handled the one at hand. */
  void deliver(Event event) {
    switch (state) {
      case IDLE -> handle(event);
      case HANDLING -> inbox.add(event);
      case OVER -> {}
    }
  }

  /** A message whose payload is lent: it is copied only when it has to wait. */
  void deliverMessage(int connection, long number, boolean text, ByteBuffer payload) {
    var lent = state == State.HANDLING ? Bytes.copyOf(payload).asBuffer() : payload;
    deliver(new Event.Message(connection, number, text, lent));
  }

  private void handle(Event first) {
    state = State.HANDLING;
    try {
      Event event = first;
      while (event != null && state == State.HANDLING) {
        session.on(event, transcript.clock().elapsedNanos(), this);
        event = inbox.poll();
      }
    } catch (RuntimeException | Error fault) {
      fail(fault);
    }
    if (state == State.HANDLING) {
      settle();
    }
  }

  private void settle() {
    var reached = outcome;
    if (reached == null) {
      state = State.IDLE;
    } else {
      end();
      done.complete(reached);
    }
  }

  private void end() {
    state = State.OVER;
    timer.cancel();
    inbox.clear();
  }

  /** A fault of ours or of the watcher's: nothing is left behind. */
  void fail(Throwable fault) {
    if (state != State.OVER) {
      end();
      lines.values().forEach(Line::abort);
      done.completeExceptionally(fault);
    }
  }

  /** Leaves all as it is; nobody waits for an end any more. */
  void abandon() {
    fail(new CancellationException("the session was abandoned"));
  }

  @Override
  public void open(int connection, String name, ConnectSpec spec) {
    var line = new Line(connection, name, transcript, this);
    lines.put(connection, line);
    line.open(connector, watcher.opening(name, spec), cookies);
  }

  /** Whether its connections are not to be read from, also those that it opens later. */
  void paused(boolean pause) {
    paused = pause;
    lines.values().forEach(pause ? Line::pause : Line::resume);
  }

  void openedLine(Line line) {
    if (paused) {
      line.pause();
    }
  }

  @Override
  public void send(int connection, Outgoing outgoing, long ticket) {
    var line = lines.get(connection);
    if (line == null) {
      transcript.unsent("", outgoing, Line.NOT_OPEN);
      deliver(new Event.Unsent(ticket, Line.NOT_OPEN));
    } else {
      line.send(outgoing, ticket);
    }
  }

  @Override
  public void abort(int connection) {
    var line = lines.get(connection);
    if (line != null) {
      line.abort();
    }
  }

  @Override
  public void load(long ticket, Source path) {
    loader.load(ticket, path, this::deliver, this::fail);
  }

  @Override
  public void script(long ticket, ScriptCall call) {
    scripts.run(call, answer -> connector.execute(() -> scripted(ticket, answer)));
  }

  private void scripted(long ticket, ScriptAnswer answer) {
    answer.notices().forEach(line -> transcript.notice("", line));
    deliver(new Event.ScriptEnded(ticket, answer));
  }

  @Override
  public void wake(long atNanos) {
    timer.wake(atNanos);
  }

  @Override
  public void join(String room) {
    throw onlyInMocks();
  }

  @Override
  public void leave(String room) {
    throw onlyInMocks();
  }

  @Override
  public void publish(String room, boolean exceptSelf, Outgoing outgoing) {
    throw onlyInMocks();
  }

  private static IllegalStateException onlyInMocks() {
    return new IllegalStateException("a conversation has no rooms: only a mock has");
  }

  @Override
  public void report(Report report) {
    transcript.reported(report);
    watcher.report(report);
    if (report instanceof Report.Done(var reached)) {
      outcome = reached;
    }
  }
}
