package parley.engine.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.engine.expression.Names;
import parley.model.collection.Code;
import parley.model.collection.Connection;
import parley.model.collection.Conversation;
import parley.model.collection.Json;
import parley.model.collection.Source;
import parley.model.collection.Step;
import parley.model.collection.Variable;
import parley.model.value.Value;
import parley.protocol.frame.ByteSize;

/** Makes the plan of one conversation. */
final class ConversationPlanner {

  private final Conversation conversation;
  private final FileAccess files;
  private final Definitions definitions;

  ConversationPlanner(Conversation conversation, Given given, FileAccess files) {
    this.conversation = conversation;
    this.files = files;
    definitions = Definitions.of(conversation.variables(), conversation.file(), given);
  }

  Planning<Plan> plan() {
    var gathering = new Compiling(Names.of(), files);
    var steps = steps();
    var used = new UsedFiles(files, gathering).of(conversation.file(), steps);
    return gathering.problems().isEmpty()
        ? plan(StepNeeds.of(steps, used.values()), used)
        : new Planning.Wrong<>(gathering.problems());
  }

  private List<Step> steps() {
    var all = new ArrayList<>(conversation.steps());
    conversation.onMessage().forEach(rule -> all.addAll(rule.steps()));
    conversation.every().forEach(timer -> all.addAll(timer.steps()));
    all.addAll(conversation.onReconnect());
    all.addAll(conversation.hooks().beforeEach());
    all.addAll(conversation.hooks().afterEach());
    return all;
  }

  private Planning<Plan> plan(StepNeeds needs, Map<Source, Conversation> used) {
    var scripts = scriptNames(used.values());
    var context =
        new StepContext(
            Planner.names(List.of(definitions.names(), ownNames(), needs.names(), scripts)),
            files,
            StepCompiler.byName(conversation.messages()),
            numbers(),
            needs.marks(),
            needs.pairs(),
            used);
    var compiling =
        context.compiling().withNames(context.names().knowing(known(needs, used.values())));
    var steps = new StepCompiler(context, compiling);
    var plan =
        new Plan(
            conversation.name(),
            variables(compiling),
            connections(compiling),
            Planner.background(
                List.of(),
                conversation.onMessage(),
                conversation.every(),
                conversation.onReconnect(),
                steps),
            new HookPlanner(context, compiling).of(conversation.hooks()),
            scripts(steps),
            steps.steps(conversation.steps()),
            Planner.correlations(context, compiling),
            needs.marks().size(),
            needs.inbox(),
            context);
    conversation.messages().forEach(one -> MessagePlan.of(one.message(), ByteSize.ZERO, compiling));
    return Planner.planned(plan, compiling);
  }

  private ScriptsPlan scripts(StepCompiler steps) {
    var scripts = conversation.scripts();
    return new ScriptsPlan(
        steps.script(
            scripts.beforeConnect(),
            StepPlan.Script.Moment.BEFORE_CONNECT,
            "script before-connect"),
        steps.script(scripts.onMessage(), StepPlan.Script.Moment.ON_MESSAGE, "script on-message"),
        steps.script(scripts.after(), StepPlan.Script.Moment.AFTER, "script after"));
  }

  /** A script may set any variable, so that nothing is sure where there is one. */
  private Map<String, Value> known(StepNeeds needs, Iterable<Conversation> used) {
    if (code(used).findAny().isPresent()) {
      return Map.of();
    }
    var changing = new HashSet<>(needs.names());
    changing.addAll(ownNames());
    return KnownValues.of(definitions.written(), changing, files);
  }

  private Stream<Code> code(Iterable<Conversation> used) {
    var steps = steps();
    used.forEach(one -> steps.addAll(one.steps()));
    return Stream.concat(conversation.scripts().all(), StepWalk.all(steps).flatMap(StepWalk::code));
  }

  /** The variables that scripts set by names written out in them. */
  private Set<String> scriptNames(Iterable<Conversation> used) {
    return code(used).flatMap(code -> ScriptPlan.names(code, files)).collect(Collectors.toSet());
  }

  private Set<String> ownNames() {
    var names = new HashSet<String>();
    conversation.connections().stream()
        .flatMap(one -> one.variables().stream())
        .map(Variable::name)
        .forEach(names::add);
    return names;
  }

  private Map<String, Integer> numbers() {
    var numbers = new LinkedHashMap<String, Integer>();
    conversation.connections().forEach(one -> numbers.put(one.name(), numbers.size() + 1));
    return numbers;
  }

  private VariablesPlan variables(Compiling compiling) {
    var given = new LinkedHashMap<Integer, Value>();
    definitions
        .given()
        .forEach((name, value) -> given.put(compiling.slot(name).orElseThrow(), value));
    return new VariablesPlan(
        compiling.names().variables(),
        given,
        VariableOrder.of(definitions.written(), compiling),
        List.of());
  }

  private List<ConnectionPlan> connections(Compiling compiling) {
    var all = new ArrayList<ConnectionPlan>();
    all.add(new ConnectionPlan("", ConnectPlan.of(conversation.main(), compiling), List.of()));
    conversation
        .connections()
        .forEach(one ->
            all.add(
                new ConnectionPlan(
                    one.name(), ConnectPlan.of(one.keys(), compiling), own(one, compiling))));
    return all;
  }

  /** What differs on a connection: its own variables, and those that are made of them. */
  private List<Assignment> own(Connection connection, Compiling compiling) {
    var own = new LinkedHashMap<String, Json>(definitions.written());
    var changed = new HashSet<Integer>();
    for (var variable : connection.variables()) {
      if (!definitions.isFixed(variable.name())) {
        own.put(variable.name(), variable.value());
        changed.add(compiling.slot(variable.name()).orElseThrow());
      }
    }
    return changed.isEmpty() ? List.of() : affected(VariableOrder.of(own, compiling), changed);
  }

  /**
   * In this order each variable comes after those that it is made of, so once through is enough.
   */
  private static List<Assignment> affected(List<Assignment> ordered, Set<Integer> changed) {
    var affected = new ArrayList<Assignment>();
    for (var variable : ordered) {
      if (variable.value().slots().stream().anyMatch(changed::contains)) {
        changed.add(variable.slot());
      }
      if (changed.contains(variable.slot())) {
        affected.add(variable);
      }
    }
    return affected;
  }
}
