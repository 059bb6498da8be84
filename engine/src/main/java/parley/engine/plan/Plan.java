package parley.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import parley.model.collection.Modifiers;
import parley.model.collection.Step;
import parley.protocol.endpoint.Outgoing;

/**
 * A conversation or a mock's endpoint, compiled: immutable, shared by all its sessions.
 *
 * @param connections the main one first; none in a mock
 * @param hooks around the steps, those of the outermost folder first
 * @param steps empty for one that is only for use by hand
 * @param marks how many steps others look back to
 * @param inbox what its sessions keep of the messages that come
 */
public record Plan(
    String name,
    VariablesPlan variables,
    List<ConnectionPlan> connections,
    BackgroundPlan background,
    List<HookPlan> hooks,
    ScriptsPlan scripts,
    List<StepPlan> steps,
    List<CorrelationPlan> correlations,
    int marks,
    InboxUse inbox,
    StepContext context) {

  public Plan {
    connections = List.copyOf(connections);
    hooks = List.copyOf(hooks);
    steps = List.copyOf(steps);
    correlations = List.copyOf(correlations);
  }

  /** What becomes of messages that nothing waits for. */
  public enum InboxUse {
    /** No step ever asks for one. */
    UNUSED,
    /** They are kept until they are taken. */
    UNTIL_TAKEN,
    /** They are kept when they are taken, too, for steps that look back. */
    EVERYTHING
  }

  /** The same, whose sessions keep what comes for steps that are given later. */
  public Plan keepingWhatComes() {
    return new Plan(
        name,
        variables,
        connections,
        background,
        hooks,
        scripts,
        steps,
        correlations,
        marks,
        inbox == InboxUse.UNUSED ? InboxUse.UNTIL_TAKEN : inbox,
        context);
  }

  /** Whether it is the other side: a mock's. */
  public boolean isMock() {
    return connections.isEmpty();
  }

  /** All steps as one, between those of its hooks. */
  public StepPlan whole(StepHead head) {
    var all = new ArrayList<StepPlan>();
    hooks.forEach(one -> all.addAll(one.before()));
    all.addAll(steps);
    var last = hooks.reversed().stream().flatMap(one -> one.after().stream()).toList();
    return new StepPlan.Group(List.of(), all, null, last, Set.of(), head);
  }

  /**
   * Compiles steps that a person gives by hand. They may use the names, messages and connections
   * that the plan has, but not look back to steps.
   */
  public Planning<List<StepPlan>> command(List<Step> given) {
    var compiling = context.compiling();
    var compiled = new StepCompiler(context, compiling).steps(given);
    return compiling.problems().isEmpty()
        ? new Planning.Planned<>(compiled)
        : new Planning.Wrong<>(compiling.problems());
  }

  /** Compiles a step that sends what a person made, byte for byte. */
  public Planning<List<StepPlan>> send(Outgoing outgoing, Modifiers modifiers) {
    var compiling = context.compiling();
    var step = new StepCompiler(context, compiling).ready(outgoing, modifiers);
    return compiling.problems().isEmpty()
        ? new Planning.Planned<>(List.of(step))
        : new Planning.Wrong<>(compiling.problems());
  }
}
