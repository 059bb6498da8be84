package parley.mock.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import parley.engine.expression.Names;
import parley.engine.plan.Compiling;
import parley.engine.plan.FileAccess;
import parley.engine.plan.Given;
import parley.engine.plan.Plan;
import parley.engine.plan.PlanProblem;
import parley.engine.plan.Planner;
import parley.engine.plan.Planning;
import parley.mock.auto.AutoPlan;
import parley.mock.fault.Faults;
import parley.model.collection.Mock;

/** Compiles mocks, and finds all that cannot be served. Reads files, so it may block. */
public final class MockPlanner {

  private final FileAccess files;

  /** A planner that reads certificates, bodies and schemas through {@code files}. */
  public MockPlanner(FileAccess files) {
    this.files = files;
  }

  /** The plan of a mock, or the problems of all its endpoints together. */
  public Planning<MockPlan> plan(Mock mock, Given given) {
    return new Run(mock, given).plan();
  }

  /** The planning of one mock. */
  private final class Run {

    private final Mock mock;
    private final Given given;
    private final Compiling compiling;
    private final List<PlanProblem> problems = new ArrayList<>();
    private final List<MockPlan.Route> routes = new ArrayList<>();

    Run(Mock mock, Given given) {
      this.mock = mock;
      this.given = given;
      compiling = new Compiling(Names.of(), files);
    }

    Planning<MockPlan> plan() {
      var scope = GivenScope.of(given);
      var listen = ListenPlan.of(mock.listen(), scope, compiling.withNames(scope.names()));
      mock.paths().forEach(this::endpoint);
      problems.addAll(compiling.problems());
      return problems.isEmpty()
          ? new Planning.Planned<>(new MockPlan(mock.name(), listen, routes))
          : new Planning.Wrong<>(sorted());
    }

    private List<PlanProblem> sorted() {
      return problems.stream().distinct().sorted(Comparator.comparing(PlanProblem::at)).toList();
    }

    private void endpoint(Mock.Endpoint endpoint) {
      var plan = session(endpoint);
      var names = plan.map(one -> one.context().names()).orElseGet(this::names);
      var handshake = new HandshakePlan(endpoint, compiling.withNames(names));
      var auto = AutoPlan.of(endpoint, compiling.withNames(names));
      var pattern = pattern(endpoint);
      if (pattern.isPresent() && plan.isPresent()) {
        checkReached(pattern.get());
        var faults = Faults.of(endpoint.faults());
        routes.add(
            new MockPlan.Route(
                pattern.get(),
                new EndpointPlan(endpoint.path().text(), handshake, plan.get(), auto, faults)));
      }
    }

    /** Those of the file, for what is not the fault of a session that makes no sense. */
    private Names names() {
      var names = new TreeSet<>(List.of("request", "path"));
      names.addAll(GivenScope.of(given).values().keySet());
      Stream.of(mock.variables(), mock.state(), mock.connectionState())
          .flatMap(List::stream)
          .forEach(variable -> names.add(variable.name()));
      return Names.of(names.toArray(String[]::new));
    }

    private Optional<PathPattern> pattern(Mock.Endpoint endpoint) {
      return switch (PathPattern.read(endpoint.path())) {
        case PathPattern.Reading.Good(var pattern) -> Optional.of(pattern);
        case PathPattern.Reading.Bad(var problem) -> {
          problems.add(problem);
          yield Optional.empty();
        }
      };
    }

    private Optional<Plan> session(Mock.Endpoint endpoint) {
      return switch (new Planner(files).endpoint(mock, endpoint, given)) {
        case Planning.Planned(var plan) -> Optional.of(plan);
        case Planning.Wrong(var wrong) -> {
          problems.addAll(wrong);
          yield Optional.empty();
        }
      };
    }

    private void checkReached(PathPattern pattern) {
      routes.stream()
          .map(MockPlan.Route::pattern)
          .filter(earlier -> earlier.covers(pattern))
          .findFirst()
          .ifPresent(earlier ->
              compiling.problem(
                  pattern.source().at(),
                  "the path `" + pattern + "`",
                  "one that is reached, and `" + earlier + "` above takes all that it could",
                  "put it above line " + earlier.source().at().line()));
    }
  }
}
