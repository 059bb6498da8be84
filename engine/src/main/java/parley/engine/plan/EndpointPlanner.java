package parley.engine.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.engine.expression.Names;
import parley.model.collection.Json;
import parley.model.collection.Mock;
import parley.model.collection.Step;
import parley.model.collection.Variable;
import parley.model.value.Value;

/** Makes the plan of one path of a mock. */
final class EndpointPlanner {

  /** What is known of the request, to every session. */
  private static final List<String> REQUEST = List.of("request", "path");

  private final Mock mock;
  private final Mock.Endpoint endpoint;
  private final FileAccess files;
  private final Definitions definitions;

  EndpointPlanner(Mock mock, Mock.Endpoint endpoint, Given given, FileAccess files) {
    this.mock = mock;
    this.endpoint = endpoint;
    this.files = files;
    var variables = new ArrayList<>(mock.variables());
    variables.addAll(mock.connectionState());
    definitions = Definitions.of(variables, mock.file(), given);
  }

  Planning<Plan> plan() {
    var gathering = new Compiling(Names.of(), files);
    var steps = steps();
    var used = new UsedFiles(files, gathering).of(mock.file(), steps);
    var needs = StepNeeds.of(steps, used.values());
    var shared = mock.state().stream().map(Variable::name).toList();
    var context =
        new StepContext(
            Planner.names(List.of(definitions.names(), shared, needs.names(), REQUEST)),
            files,
            Map.of(),
            Map.of(),
            needs.marks(),
            needs.pairs(),
            used);
    return gathering.problems().isEmpty()
        ? plan(needs, context)
        : new Planning.Wrong<>(gathering.problems());
  }

  private List<Step> steps() {
    var all = new ArrayList<>(endpoint.onConnect());
    endpoint.onMessage().forEach(rule -> all.addAll(rule.steps()));
    endpoint.every().forEach(timer -> all.addAll(timer.steps()));
    return all;
  }

  private Planning<Plan> plan(StepNeeds needs, StepContext context) {
    var compiling = context.compiling().forServer();
    var plan =
        new Plan(
            endpoint.path().text(),
            variables(compiling),
            List.of(),
            Planner.background(
                endpoint.onConnect(),
                endpoint.onMessage(),
                endpoint.every(),
                List.of(),
                new StepCompiler(context, compiling)),
            List.of(),
            ScriptsPlan.NONE,
            List.of(),
            Planner.correlations(context, compiling),
            needs.marks().size(),
            needs.inbox(),
            context);
    return Planner.planned(plan, compiling);
  }

  private VariablesPlan variables(Compiling compiling) {
    var given = new LinkedHashMap<Integer, Value>();
    definitions
        .given()
        .forEach((name, value) -> given.put(compiling.slot(name).orElseThrow(), value));
    var shared = new LinkedHashMap<String, Json>();
    mock.state().forEach(one -> shared.put(one.name(), one.value()));
    return new VariablesPlan(
        compiling.names().variables(),
        given,
        VariableOrder.of(definitions.written(), compiling),
        VariableOrder.of(shared, compiling));
  }
}
