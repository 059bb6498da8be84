package parley.runner.hand;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import parley.engine.function.TimeOfDay;
import parley.engine.plan.Connecting;
import parley.engine.plan.PlanProblem;
import parley.engine.plan.Planning;
import parley.engine.plan.Rendering;
import parley.engine.plan.StepHead;
import parley.engine.plan.StepPlan;
import parley.engine.session.Report;
import parley.engine.session.SessionStart;
import parley.engine.session.SharedState;
import parley.fake.FakeData;
import parley.model.collection.Modifiers;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.collection.Step;
import parley.model.connection.ConnectSpec;
import parley.model.outcome.Numbered;
import parley.model.outcome.StepOutcome;
import parley.model.transcript.Entry;
import parley.model.value.Value;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Outgoing;
import parley.runner.live.LiveSession;
import parley.runner.live.SessionWatcher;
import parley.transport.connect.Connector;
import parley.transport.connect.Cookies;

/**
 * A session by a file whose steps a person gives, one after the other. Any thread may call it; it
 * tells its watcher on the connector's.
 */
public final class HandSession {

  /** The names of the steps that a person gives begin so; no file can give a step such a name. */
  private static final String BY_HAND = "#";

  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final HandPlan file;
  private final LiveSession live;
  private final SessionWatcher watcher;
  private final AtomicInteger given = new AtomicInteger();
  private final Map<String, CompletableFuture<StepOutcome>> waiting = new ConcurrentHashMap<>();
  private final Set<String> open = ConcurrentHashMap.newKeySet();
  private volatile boolean over;

  /** Begins; nothing is connected yet. */
  public HandSession(HandPlan file, Connector connector, SessionWatcher watcher) {
    this(file, connector, new Cookies(InstantSource.system()), watcher);
  }

  /** The same with cookies from before, which its answers add to. */
  public HandSession(HandPlan file, Connector connector, Cookies cookies, SessionWatcher watcher) {
    this.file = file;
    this.watcher = watcher;
    var start =
        new SessionStart(
            TimeOfDay.from(Instant.now()),
            new SplittableRandom(),
            new FakeData(),
            file.row(),
            Map.of(),
            new SharedState());
    this.live =
        new LiveSession(
            connector, cookies, file.plan(), start, file.access(), file.scripts(), new Watching());
    var _ = live.done().whenComplete((_, _) -> over());
  }

  /** What giving a step came to. */
  public sealed interface Giving {

    /** It is done when {@code outcome} is, on the connector's thread. */
    record Begun(CompletableFuture<StepOutcome> outcome) implements Giving {}

    /** It makes no sense. */
    record Wrong(List<PlanProblem> problems) implements Giving {
      public Wrong {
        problems = List.copyOf(problems);
      }

      /** Why, in one line. */
      public String why() {
        var first = problems.getFirst();
        return "found %s, expected %s%s"
            .formatted(
                first.found(), first.expected(), first.hint().map(hint -> "; " + hint).orElse(""));
      }
    }
  }

  /** Keeps what is needed to answer, then tells the watcher. */
  private final class Watching implements SessionWatcher {

    @Override
    public Detail detail() {
      return watcher.detail();
    }

    @Override
    public void entry(Numbered numbered) {
      if (numbered.entry() instanceof Entry.Opened) {
        open.add(numbered.connection());
      } else if (numbered.entry() instanceof Entry.Closed) {
        open.remove(numbered.connection());
      }
      watcher.entry(numbered);
    }

    @Override
    public ConnectSpec opening(String connection, ConnectSpec spec) {
      return watcher.opening(connection, spec);
    }

    @Override
    public void report(Report report) {
      if (report instanceof Report.Done) {
        over = true;
      }
      watcher.report(report);
      if (report instanceof Report.StepEnded(var outcome)) {
        outcome.id().map(waiting::remove).ifPresent(one -> one.complete(outcome));
      }
    }
  }

  private void over() {
    waiting.values().forEach(one -> one.cancel(false));
    waiting.clear();
  }

  /** Whether nothing more can be asked of it. */
  public boolean isOver() {
    return over || live.done().isDone();
  }

  /** Whether a step was given by a person, and does not stand in the file. */
  public static boolean isByHand(StepOutcome outcome) {
    return outcome.id().filter(id -> id.startsWith(BY_HAND)).isPresent();
  }

  /** The cookies that its connections share. */
  public Cookies cookies() {
    return live.cookies();
  }

  public boolean isOpen(String connection) {
    return open.contains(connection);
  }

  /** The connections that are open. */
  public List<String> open() {
    return file.connections().stream().filter(open::contains).toList();
  }

  /** Sends what a person made, byte for byte, connecting first when that is needed. */
  public Giving send(Outgoing outgoing, String connection) {
    var modifiers = modifiers(connection, Duration.ZERO);
    return begin(file.plan().send(outgoing, modifiers), modifiers);
  }

  /** Sends these one after the other, with a pause before each but the first. */
  public Giving send(List<Outgoing> all, Duration pause, String connection) {
    var steps = new ArrayList<StepPlan>();
    var modifiers = modifiers(connection, Duration.ZERO);
    for (var i = 0; i < all.size(); i++) {
      modifiers = modifiers(connection, i == 0 ? Duration.ZERO : pause);
      switch (file.plan().send(all.get(i), modifiers)) {
        case Planning.Planned<List<StepPlan>>(var plans) -> steps.addAll(plans);
        case Planning.Wrong<List<StepPlan>>(var problems) -> {
          return new Giving.Wrong(problems);
        }
      }
    }
    return begin(new Planning.Planned<>(steps), modifiers);
  }

  /** Does a step on a connection. */
  public Giving give(HandVerb verb, String connection) {
    var modifiers = modifiers(connection, Duration.ZERO);
    return begin(file.plan().command(List.of(verb.with(modifiers))), modifiers);
  }

  /** Opens a connection; it is no fault when it is open. */
  public Giving connect(String connection) {
    var expect = new Step.Expect(List.of(), List.of(), List.of());
    return give(modifiers -> new Step.Connect(List.of(), List.of(), expect, modifiers), connection);
  }

  /**
   * Does all steps of the file, between what is done around each test; the outcome is that of all
   * together.
   */
  public CompletableFuture<StepOutcome> run() {
    return together(file.plan()::whole);
  }

  /**
   * Does some steps, compiled by the file's plan, and nothing around them; the outcome is that of
   * all together.
   */
  public CompletableFuture<StepOutcome> run(List<StepPlan> steps) {
    return together(head -> new StepPlan.Group(List.of(), steps, null, List.of(), Set.of(), head));
  }

  private CompletableFuture<StepOutcome> together(Function<StepHead, StepPlan> all) {
    var modifiers = modifiers("", Duration.ZERO);
    var id = modifiers.id().orElseThrow();
    return begin(id, List.of(all.apply(StepHead.of("run", id, modifiers.at()))));
  }

  private Modifiers modifiers(String connection, Duration after) {
    var at = new Position(file.file(), 1, 1);
    return new Modifiers(
        BY_HAND + given.incrementAndGet(),
        connection.isEmpty() ? null : new Source(connection, at),
        null,
        null,
        List.of(),
        after,
        null,
        false,
        "",
        at);
  }

  private Giving begin(Planning<List<StepPlan>> planning, Modifiers modifiers) {
    return switch (planning) {
      case Planning.Planned<List<StepPlan>>(var steps) ->
          new Giving.Begun(begin(modifiers.id().orElseThrow(), steps));
      case Planning.Wrong<List<StepPlan>>(var problems) -> new Giving.Wrong(problems);
    };
  }

  private CompletableFuture<StepOutcome> begin(String id, List<StepPlan> steps) {
    var outcome = new CompletableFuture<StepOutcome>();
    waiting.put(id, outcome);
    live.command(steps);
    if (isOver()) {
      over();
    }
    return outcome;
  }

  /** Opens a connection no further, and tries it no more after a loss. */
  public void giveUp(String connection) {
    live.giveUp(file.connections().indexOf(connection));
  }

  /** A connection as it would be opened now, without opening it. Blocks. */
  public Connecting connecting(String connection) {
    return live.connecting(file.connections().indexOf(connection));
  }

  /** The message of a step as it would be sent on a connection now, without sending it. Blocks. */
  public Planning<Rendering> render(HandVerb verb, String connection) {
    var modifiers = modifiers(connection, Duration.ZERO);
    return switch (file.plan().command(List.of(verb.with(modifiers)))) {
      case Planning.Wrong<List<StepPlan>>(var problems) -> new Planning.Wrong<>(problems);
      case Planning.Planned<List<StepPlan>>(var steps) -> {
        if (!(steps.getFirst() instanceof StepPlan.Send send)) {
          throw new IllegalArgumentException("a step that sends nothing has no message");
        }
        var number = file.connections().indexOf(connection);
        yield new Planning.Planned<>(live.render(send.message(), number));
      }
    };
  }

  /** What the variables are on a connection. */
  public Map<String, Value> variables(String connection) {
    return live.variables(file.connections().indexOf(connection)).join();
  }

  /** Steps that come see only messages that come from now on. */
  public void forget() {
    live.forget();
  }

  /** Gives up the steps that still go on, and what they come to is told to nobody any more. */
  public void halt() {
    over();
    live.halt();
  }

  public void pauseReading() {
    live.pauseReading();
  }

  public void resumeReading() {
    live.resumeReading();
  }

  /** Closes what is open with that status, and waits until it has ended, within the limit. */
  public void leave(CloseStatus status, Duration limit) {
    var endings = open().stream().map(one -> ended(give(HandSteps.close(status), one))).toList();
    within(CompletableFuture.allOf(endings.toArray(CompletableFuture[]::new)), limit);
    live.cancel("left");
    within(live.done(), LAST_WORDS);
    live.abandon();
  }

  private static CompletableFuture<?> ended(Giving giving) {
    return giving instanceof Giving.Begun(var outcome)
        ? outcome
        : CompletableFuture.completedFuture(giving);
  }

  private static void within(CompletableFuture<?> end, Duration limit) {
    var ended = new CompletableFuture<Boolean>();
    var _ = end.whenComplete((_, _) -> ended.complete(true));
    ended.completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS).join();
  }
}
