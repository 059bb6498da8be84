package parley.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import parley.engine.plan.Planning;
import parley.files.problem.Problem;
import parley.files.problem.Severity;
import parley.mock.plan.MockPlan;
import parley.mock.plan.MockPlanner;
import parley.mock.server.MockServer;
import parley.model.collection.Environment;
import parley.model.collection.Mock;
import parley.model.outcome.Repetition;
import parley.model.value.Value;

/**
 * The mocks that environments want, each started once and running until this is closed: the one
 * place where they are started. For one thread.
 */
public final class EnvironmentMocks implements AutoCloseable {

  /** Stands in for the address of a mock that does not listen. */
  private static final Value NOWHERE = Workspace.mockVariable(false, "127.0.0.1", 1);

  /** What starting a mock came to. */
  public sealed interface Start {

    /** The environment wants none. */
    record None() implements Start {}

    /** It listens; {@code variable} is what conversations know of it. */
    record Running(String url, Value variable) implements Start {}

    /** It cannot be run; {@code variable} stands in, so that conversations can be looked at. */
    record Wrong(List<Problem> problems, Value variable) implements Start {
      public Wrong {
        problems = List.copyOf(problems);
      }
    }

    /** Its address cannot be had. */
    record Unavailable(String why) implements Start {}
  }

  /**
   * A mock that listens.
   *
   * @param plan that it began with
   */
  private record Server(MockPlan plan, MockServer server, Clients clients) {}

  private final Repetition repetition;
  private final Consumer<Path> clientsChanged;
  private final Map<Path, Server> servers = new ConcurrentHashMap<>();

  /** With the seed of their random values, and the time that it is for them. */
  public EnvironmentMocks(Repetition repetition) {
    this(repetition, _ -> {});
  }

  /** With the seed of their random values. */
  public EnvironmentMocks(long seed) {
    this(Repetition.of(seed));
  }

  /**
   * The same.
   *
   * @param clientsChanged hears of a mock's file when a client has come or gone, on the mock's
   *     thread
   */
  public EnvironmentMocks(Repetition repetition, Consumer<Path> clientsChanged) {
    this.repetition = repetition;
    this.clientsChanged = clientsChanged;
  }

  /**
   * Starts the mock of the workspace's environment. One that runs already goes on as its file is
   * now, at the same address unless the file asks for another one.
   */
  public Start start(Workspace workspace, Map<String, Value> variables) {
    var wanted = workspace.environment().flatMap(Environment::mock).isPresent();
    var problems = wanted ? problems(workspace) : List.<Problem>of();
    if (!problems.isEmpty()) {
      return new Start.Wrong(problems, NOWHERE);
    }
    return workspace
        .mock()
        .map(mock -> start(mock, workspace, variables))
        .orElseGet(Start.None::new);
  }

  /** Of the mock's file; of all mocks' when it could not be read. */
  private static List<Problem> problems(Workspace workspace) {
    return errors(
        workspace,
        workspace.mock().map(mock -> List.of(mock.file())).orElse(workspace.files().mockFiles()));
  }

  private static List<Problem> errors(Workspace workspace, List<Path> files) {
    return workspace.problems().all().stream()
        .filter(one -> one.severity() == Severity.ERROR && files.contains(one.at().file()))
        .toList();
  }

  /** The same with any mock of the collection, whether or not an environment wants it. */
  public Start start(Path file, Workspace workspace, Map<String, Value> variables) {
    var problems = errors(workspace, List.of(file));
    if (!problems.isEmpty()) {
      return new Start.Wrong(problems, NOWHERE);
    }
    return workspace
        .mock(file)
        .map(mock -> start(mock, workspace, variables))
        .orElseGet(Start.None::new);
  }

  private Start start(Mock mock, Workspace workspace, Map<String, Value> variables) {
    var planner = new MockPlanner(workspace.access());
    return switch (planner.plan(mock, workspace.given(variables))) {
      case Planning.Planned<MockPlan>(var plan) -> serve(mock, plan, workspace);
      case Planning.Wrong<MockPlan>(var problems) ->
          new Start.Wrong(problems.stream().map(ProblemList::of).toList(), NOWHERE);
    };
  }

  private Start serve(Mock mock, MockPlan plan, Workspace workspace) {
    var already = servers.get(mock.file());
    if (already != null && already.plan().listensLike(plan)) {
      already.server().reload(plan);
      return running(already.server());
    }
    stop(mock.file());
    return listen(mock, plan, workspace);
  }

  private Start listen(Mock mock, MockPlan plan, Workspace workspace) {
    try {
      var clients = new Clients(() -> clientsChanged.accept(mock.file()));
      var server = MockServer.start(plan, workspace.access(), clients, repetition);
      servers.put(mock.file(), new Server(plan, server, clients));
      return running(server);
    } catch (IOException taken) {
      return new Start.Unavailable(
          "the mock %s cannot listen on %s:%d: %s\n        `listen: { port: 0 }` takes a free port"
              .formatted(
                  Places.shown(mock.file()),
                  mock.listen().host(),
                  mock.listen().port(),
                  taken.getMessage()));
    }
  }

  private static Start.Running running(MockServer server) {
    var address = server.address().getAddress();
    var host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
    var secure = server.certificatePem().isPresent();
    return new Start.Running(server.url(), Workspace.mockVariable(secure, host, server.port()));
  }

  /** The mock of that file, if it runs. */
  public Optional<Start.Running> running(Path file) {
    return Optional.ofNullable(servers.get(file)).map(one -> running(one.server()));
  }

  /** Where the mock of the workspace's environment listens, if it runs. */
  public Optional<String> url(Workspace workspace) {
    return workspace.mock().flatMap(mock -> running(mock.file())).map(Start.Running::url);
  }

  /** How many clients the mock of that file has; any thread may ask after the mock was started. */
  public int clients(Path file) {
    return Optional.ofNullable(servers.get(file)).map(one -> one.clients().count()).orElse(0);
  }

  /** Stops the mock of that file, if it runs. */
  public void stop(Path file) {
    var running = servers.remove(file);
    if (running != null) {
      running.server().close();
    }
  }

  /** The files of the mocks that run. */
  public Set<Path> files() {
    return Set.copyOf(servers.keySet());
  }

  @Override
  public void close() {
    servers.values().forEach(one -> one.server().close());
    servers.clear();
  }
}
