package parley.workbench.step;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import parley.engine.function.TimeOfDay;
import parley.engine.plan.BackgroundPlan;
import parley.engine.plan.Facts;
import parley.engine.plan.Plan;
import parley.engine.plan.ScriptsPlan;
import parley.engine.plan.StepHead;
import parley.engine.plan.StepPlan;
import parley.engine.session.Actions;
import parley.engine.session.Event;
import parley.engine.session.Report;
import parley.engine.session.ScriptCall;
import parley.engine.session.Session;
import parley.engine.session.SessionStart;
import parley.engine.session.SharedState;
import parley.fake.FakeData;
import parley.files.yaml.Pointer;
import parley.model.collection.Source;
import parley.model.connection.ConnectSpec;
import parley.model.outcome.Saw;
import parley.model.outcome.StepOutcome;
import parley.model.value.Value;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.report.Redaction;

/**
 * What a step that takes or checks messages would come to, with messages that came before: the
 * engine's own session plays it, without a connection, a clock or a wait. One thread at a time.
 */
public final class Rehearsal {

  /** As long as any step waits, in a session without a clock. */
  private static final long LONG_NANOS = Duration.ofDays(1).toNanos();

  /** A step is over after its time; one that goes on has more than one of them. */
  private static final int MAX_TICKS = 20;

  private static final Facts OPEN = new Facts(101, List.of(), null, null);

  /**
   * A message that came.
   *
   * @param connection that it came on, empty for the main one
   * @param position its row of the log
   * @param text whether it is text; else it is binary
   */
  public record Heard(String connection, long position, boolean text, Bytes payload) {}

  private final Plan plan;
  private final Map<String, Value> row;
  private final Map<String, Value> variables;

  /**
   * Of a conversation.
   *
   * @param row what a row of its data sets
   * @param variables what is known of its variables by now
   */
  public Rehearsal(Plan plan, Map<String, Value> row, Map<String, Value> variables) {
    this.plan = quiet(plan);
    this.row = Map.copyOf(row);
    this.variables = Map.copyOf(variables);
  }

  /** Nothing is done beside the step. */
  private static Plan quiet(Plan plan) {
    var nothing = new BackgroundPlan(List.of(), List.of(), List.of(), List.of());
    return new Plan(
        plan.name(),
        plan.variables(),
        plan.connections(),
        nothing,
        List.of(),
        ScriptsPlan.NONE,
        List.of(),
        plan.correlations(),
        plan.marks(),
        Plan.InboxUse.EVERYTHING,
        plan.context());
  }

  /**
   * Plays the step that stands somewhere. One that takes a single message gets the newest one that
   * it wants, or all when it wants none; every other one gets all. Nothing for steps that look at
   * no message.
   *
   * @param messages in their order
   */
  public Optional<Value> of(StepTree tree, Pointer at, List<Heard> messages, Redaction redaction) {
    var step = tree.plan(at);
    var place = tree.all().stream().filter(one -> one.pointer().equals(at)).findFirst();
    return step.flatMap(Rehearsal::playable)
        .flatMap(playable -> outcome(playable, onItsConnection(step.get(), messages)))
        .flatMap(outcome -> place.map(where -> told(where, outcome, redaction)));
  }

  private List<Heard> onItsConnection(StepPlan step, List<Heard> messages) {
    var name =
        switch (step.head().on()) {
          case StepHead.Target.Usual _ -> plan.connections().getFirst().name();
          case StepHead.Target.Fixed(var number) -> plan.connections().get(number).name();
          case StepHead.Target.Computed _ -> null;
        };
    return messages.stream().filter(one -> name == null || one.connection().equals(name)).toList();
  }

  private static Value told(StepPlace place, StepOutcome outcome, Redaction redaction) {
    var run = new StepRun(place, 1);
    run.end(outcome, List.of());
    Positions positions = number -> OptionalLong.of(number - 1);
    return new StepResultJson(redaction, positions).of(run, true);
  }

  private Optional<StepOutcome> outcome(StepPlan step, List<Heard> messages) {
    if (takesOne(step)) {
      for (var i = messages.size() - 1; i >= 0; i--) {
        var one = play(step, List.of(messages.get(i)));
        if (one.flatMap(StepOutcome::saw).filter(saw -> !saw.taken().isEmpty()).isPresent()) {
          return one;
        }
      }
      return play(
          step, messages.subList(Math.max(0, messages.size() - Saw.MAX_REJECTED), messages.size()));
    }
    return play(step, messages);
  }

  private static boolean takesOne(StepPlan step) {
    return step instanceof StepPlan.Receive receive
        && receive.take() instanceof StepPlan.TakePlan.Next(var count)
        && count == 1;
  }

  /** The step alone: at once, once, on the main connection, whatever it would answer. */
  private static Optional<StepPlan> playable(StepPlan step) {
    return switch (step) {
      case StepPlan.Receive it ->
          Optional.of(
              new StepPlan.Receive(
                  it.where(), it.take(), null, it.extract(), it.asserts(), null, alone(it.head())));
      case StepPlan.Absent it ->
          Optional.of(new StepPlan.Absent(it.where(), it.forNanos(), null, alone(it.head())));
      case StepPlan.Verify it -> Optional.of(new StepPlan.Verify(it.checks(), alone(it.head())));
      case StepPlan.Connect _, StepPlan.Send _, StepPlan.Closed _, StepPlan.Ping _ ->
          Optional.empty();
      case StepPlan.Close _,
          StepPlan.Wait _,
          StepPlan.Assign _,
          StepPlan.Group _,
          StepPlan.Script _ ->
          Optional.empty();
      case StepPlan.ForEach _, StepPlan.Parallel _, StepPlan.Stop _, StepPlan.Skip _ ->
          Optional.empty();
      case StepPlan.Reset _, StepPlan.Broadcast _, StepPlan.Join _, StepPlan.Leave _ ->
          Optional.empty();
    };
  }

  private static StepHead alone(StepHead head) {
    return new StepHead(
        head.label(),
        head.idOrNull(),
        head.at(),
        new StepHead.Target.Usual(),
        head.withinNanosOrNull(),
        null,
        head.sets(),
        0,
        0,
        0,
        0,
        head.soft(),
        null);
  }

  private Optional<StepOutcome> play(StepPlan step, List<Heard> messages) {
    var start =
        new SessionStart(
            TimeOfDay.from(Instant.now()),
            new SplittableRandom(),
            new FakeData(),
            row,
            Map.of(),
            new SharedState());
    var session = new Session(plan, start);
    session.asked(List.of());
    var known = new ArrayList<Event.Named>();
    variables.forEach((name, value) -> known.add(new Event.Named(name, value)));
    session.asked(known);
    var stage = new Stage();
    session.on(new Event.Accepted(List.of(), OPEN), 0, stage);
    session.on(new Event.Command(List.of(step)), 0, stage);
    messages.forEach(one -> session.on(message(one), 0, stage));
    for (var tick = 1; tick <= MAX_TICKS && stage.outcome == null; tick++) {
      session.on(new Event.Tick(), tick * LONG_NANOS, stage);
    }
    return Optional.ofNullable(stage.outcome);
  }

  /** Numbers of a transcript begin at 1. */
  private static Event message(Heard heard) {
    return new Event.Message(0, heard.position() + 1, heard.text(), heard.payload().asBuffer());
  }

  /** Keeps what came of the step; does nothing else. */
  private static final class Stage implements Actions {
    private @Nullable StepOutcome outcome;

    @Override
    public void report(Report report) {
      if (report instanceof Report.StepEnded(var ended)) {
        outcome = ended;
      }
    }

    @Override
    public void open(int connection, String name, ConnectSpec spec) {}

    @Override
    public void send(int connection, Outgoing outgoing, long ticket) {}

    @Override
    public void abort(int connection) {}

    @Override
    public void load(long ticket, Source path) {}

    @Override
    public void script(long ticket, ScriptCall call) {}

    @Override
    public void wake(long atNanos) {}

    @Override
    public void join(String room) {}

    @Override
    public void leave(String room) {}

    @Override
    public void publish(String room, boolean exceptSelf, Outgoing outgoing) {}
  }
}
