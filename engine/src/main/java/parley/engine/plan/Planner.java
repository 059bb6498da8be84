package parley.engine.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import parley.engine.expression.Names;
import parley.model.collection.Conversation;
import parley.model.collection.Mock;
import parley.model.collection.Rule;
import parley.model.collection.Step;
import parley.model.collection.Timer;

/** Compiles what files say to plans, and finds all that cannot be run. */
public final class Planner {

  private final FileAccess files;

  /** A planner that reads schemas and other files' steps through {@code files}. */
  public Planner(FileAccess files) {
    this.files = files;
  }

  /** The plan of a conversation. */
  public Planning<Plan> conversation(Conversation conversation, Given given) {
    return new ConversationPlanner(conversation, given, files).plan();
  }

  /**
   * The variables that its steps and scripts set or extract, those of the files that they use
   * included.
   */
  public Set<String> brings(Conversation conversation) {
    var gathering = new Compiling(Names.of(), files);
    var used = new UsedFiles(files, gathering).of(conversation.file(), conversation.steps());
    var names = new TreeSet<>(StepWalk.brought(conversation.steps(), used, files));
    conversation.scripts().all().flatMap(code -> ScriptPlan.names(code, files)).forEach(names::add);
    return names;
  }

  /**
   * The plan of each connection to one path of a mock. Its sessions see the variables {@code
   * request} and {@code path}, see {@link parley.engine.session.Event.Accepted}.
   */
  public Planning<Plan> endpoint(Mock mock, Mock.Endpoint endpoint, Given given) {
    return new EndpointPlanner(mock, endpoint, given, files).plan();
  }

  /** Names in an order that does not depend on the machine. */
  static Names names(Iterable<? extends Iterable<String>> sources) {
    var all = new TreeSet<String>();
    sources.forEach(source -> source.forEach(all::add));
    return Names.of(all.toArray(String[]::new));
  }

  static BackgroundPlan background(
      List<Step> onConnect,
      List<Rule> rules,
      List<Timer> timers,
      List<Step> onReconnect,
      StepCompiler steps) {
    return new BackgroundPlan(
        steps.steps(onConnect),
        rules.stream()
            .map(rule ->
                new BackgroundPlan.Rule(
                    steps.checks(rule.where()), rule.otherwise(), steps.steps(rule.steps())))
            .toList(),
        timers.stream()
            .map(timer ->
                new BackgroundPlan.Timer(timer.time().toNanos(), steps.steps(timer.steps())))
            .toList(),
        steps.steps(onReconnect));
  }

  /** What the pairs of {@code answers} compare. */
  static List<CorrelationPlan> correlations(StepContext context, Compiling compiling) {
    return context.pairs().stream()
        .map(one -> new CorrelationPlan(one.send(), ExpressionPlan.of(one.by(), compiling)))
        .toList();
  }

  static Planning<Plan> planned(Plan plan, Compiling compiling) {
    return compiling.problems().isEmpty()
        ? new Planning.Planned<>(plan)
        : new Planning.Wrong<>(compiling.problems());
  }
}
