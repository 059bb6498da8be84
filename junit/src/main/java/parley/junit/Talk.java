package parley.junit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import parley.model.outcome.CheckOutcome;
import parley.model.outcome.Numbered;
import parley.model.outcome.Result;
import parley.model.outcome.Saw;
import parley.model.outcome.StepOutcome;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.value.Value;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.frame.Bytes;
import parley.runner.hand.HandSession;
import parley.runner.hand.HandSession.Giving;
import parley.runner.hand.HandSteps;
import parley.runner.hand.HandVerb;
import parley.runner.live.SessionWatcher;
import parley.transport.connect.Connector;
import parley.transport.connection.Surroundings;

/**
 * A conversation whose steps are given by Java, each done when its method returns. What does not
 * come as expected is an {@link org.opentest4j.AssertionFailedError} that shows the messages that
 * came last. For one thread at a time.
 */
public final class Talk implements AutoCloseable {

  private static final int MAX_KEPT = 10_000;
  private static final int SHOWN = 10;
  private static final int MAX_LINE = 200;
  private static final Duration LEAVING = Duration.ofSeconds(5);

  private final Opening opening;
  private final Connector connector;
  private final HandSession session;
  private final Log log;
  private final String connection;

  private Talk(
      Opening opening, Connector connector, HandSession session, Log log, String connection) {
    this.opening = opening;
    this.connector = connector;
    this.session = session;
    this.log = log;
    this.connection = connection;
  }

  static Talk of(Opening opening) {
    var log = new Log();
    var connector = new Connector(Surroundings.of(System.getenv()));
    var session = new HandSession(opening.plan(), connector, log);
    return new Talk(opening, connector, session, log, "");
  }

  /** The newest messages; written by the connector's thread, read by the test's. */
  private static final class Log implements SessionWatcher {
    private final ArrayDeque<Numbered> entries = new ArrayDeque<>();

    @Override
    public synchronized void entry(Numbered entry) {
      entries.add(entry);
      if (entries.size() > MAX_KEPT) {
        entries.remove();
      }
    }

    synchronized List<Numbered> all() {
      return List.copyOf(entries);
    }
  }

  /** The same talk on another connection of the file. */
  public Talk on(String name) {
    if (!opening.plan().connections().contains(name)) {
      throw new IllegalArgumentException("the conversation has no connection " + name);
    }
    return new Talk(opening, connector, session, log, name);
  }

  /** Opens the connection; it is no fault when it is open. A send does it, too. Blocks. */
  public void connect() {
    var _ = done(session.connect(connection));
  }

  /** Sends a message and waits until it is written. Blocks. */
  public void send(Payload payload) {
    var _ = done(StepVerbs.send(payload));
  }

  /**
   * Takes the oldest message that matches and was not taken, or waits for it, for 5 s unless {@link
   * Parley#within} says otherwise. Blocks.
   */
  public Received receive(ReceivePart... parts) {
    var outcome = done(StepVerbs.receive(List.of(parts)));
    var taken = outcome.saw().map(Saw::taken).orElse(List.of());
    var payloads = new ArrayList<Bytes>();
    for (var entry : log.all()) {
      if (taken.contains(entry.number()) && entry.entry() instanceof Entry.Message message) {
        payloads.add(message.payload());
      }
    }
    return new Received(payloads);
  }

  /** Nothing for which all of that holds arrives for so long. Blocks. */
  public void absent(Duration time, ReceivePart... where) {
    var _ = done(StepVerbs.absent(time, List.of(where)));
  }

  /** Sends a ping and waits for its pong. Blocks. */
  public void ping() {
    var _ = done(HandSteps.ping(Bytes.EMPTY));
  }

  /** Waits until the other side has ended the connection with that code. Blocks. */
  public void closed(int code) {
    var _ = done(StepVerbs.closed(code));
  }

  /** Waits until the connection has ended, however. Blocks. */
  public void closed() {
    var _ = done(StepVerbs.closed(null));
  }

  /** Closes the connection with a code and waits for the answer. Blocks. */
  public void close(int code) {
    var _ = done(StepVerbs.close(code));
  }

  /** What the conversation's variables are now. Blocks. */
  public Value variable(String name) {
    var value = session.variables(connection).get(name);
    if (value == null) {
      throw new IllegalArgumentException("there is no variable " + name + ", or it has no value");
    }
    return value;
  }

  private StepOutcome done(HandVerb verb) {
    return done(session.give(verb, connection));
  }

  private StepOutcome done(Giving giving) {
    return switch (giving) {
      case Giving.Wrong wrong -> throw new BrokenConversation(wrong.why());
      case Giving.Begun(var outcome) -> {
        var step = settled(outcome::join);
        Verdict.of(step.result(), step.checks(), text(step), opening.redaction());
        yield step;
      }
    };
  }

  private interface Waiting {
    StepOutcome outcome();
  }

  private static StepOutcome settled(Waiting waiting) {
    try {
      return waiting.outcome();
    } catch (CancellationException | CompletionException over) {
      throw new BrokenConversation("the conversation is over");
    }
  }

  /** The statements that do not hold, and the messages that came last. */
  private String text(StepOutcome step) {
    if (step.result() instanceof Result.Passed) {
      return "";
    }
    var checks =
        step.checks().stream()
            .filter(check -> !check.holds())
            .map(Talk::line)
            .collect(Collectors.joining());
    return opening.redaction().in(checks) + messages();
  }

  private static String line(CheckOutcome check) {
    return "  %s: expected %s, found %s%n"
        .formatted(check.subject(), check.expected(), check.found());
  }

  private String messages() {
    var all =
        log.all().stream()
            .map(Numbered::entry)
            .filter(Entry.Message.class::isInstance)
            .map(Entry.Message.class::cast)
            .toList();
    return all.stream()
        .skip(Math.max(0, all.size() - SHOWN))
        .map(this::line)
        .collect(Collectors.joining("\n"));
  }

  private String line(Entry.Message message) {
    var arrow = message.direction() == Direction.SENT ? "  ↑ " : "  ↓ ";
    var payload = opening.redaction().in(message.payload());
    var text = message.text() ? payload.toText() : payload.toHex();
    return arrow + (text.length() > MAX_LINE ? text.substring(0, MAX_LINE) + "…" : text);
  }

  /** Closes all connections that are open with 1000, and stops the mock that was started. */
  @Override
  public void close() {
    var mocks = opening.mocksOrNull();
    try (connector) {
      session.leave(CloseStatus.of(CloseCode.NORMAL), LEAVING);
    } finally {
      if (mocks != null) {
        mocks.close();
      }
    }
  }
}
