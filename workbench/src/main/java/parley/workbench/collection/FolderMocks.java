package parley.workbench.collection;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import parley.files.problem.Problem;
import parley.files.problem.Severity;
import parley.model.collection.Environment;
import parley.model.collection.Mock;
import parley.model.outcome.Repetition;
import parley.model.value.Value;
import parley.workbench.call.Throttle;
import parley.workspace.EnvironmentMocks;
import parley.workspace.EnvironmentMocks.Start;
import parley.workspace.Workspace;

/**
 * The mocks of the opened folder: those of the chosen environments run, others when they are asked
 * for. One whose file changes goes on as it is now; when the file is broken, as it was before. Any
 * thread may use it.
 */
public final class FolderMocks implements AutoCloseable {

  /** How it is about a mock. */
  public sealed interface State {

    /** Nobody wanted it, or it was stopped. */
    record Stopped() implements State {}

    /**
     * It listens.
     *
     * @param trouble why its file, as it is now, is not what it serves; empty when it is
     */
    record Running(String url, int connections, String trouble) implements State {}

    /** It does not, and why. */
    record Failed(String why) implements State {}
  }

  private final OpenFolder folder;

  /** Told on a thread of its own: a mock's thread must not wait for who stops that mock here. */
  private final Throttle clients = new Throttle(this::tell);

  private final EnvironmentMocks servers =
      new EnvironmentMocks(Repetition.of(new SplittableRandom().nextLong()), _ -> clients.soon());
  private final Map<Path, String> failures = new LinkedHashMap<>(); // guarded by this
  private final Set<Path> stopped = new HashSet<>(); // guarded by this
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private boolean closed; // guarded by this

  FolderMocks(OpenFolder folder) {
    this.folder = folder;
  }

  /** Tells when the state of a mock has changed, on some thread. */
  public void whenChanged(Runnable listener) {
    listeners.add(listener);
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }

  /** Has the mocks of the chosen environments run; one that somebody stopped stays so. */
  synchronized void startChosen() {
    for (var workspace : folder.workspaces()) {
      workspace
          .mock()
          .map(Mock::file)
          .filter(file -> !stopped.contains(file) && servers.running(file).isEmpty())
          .ifPresent(file -> begin(file, workspace));
    }
  }

  /** Has all that run go on as their files are now. */
  synchronized void refresh() {
    for (var file : servers.files()) {
      begin(file, folder.workspace(file));
    }
    startChosen();
  }

  private void begin(Path file, Workspace workspace) {
    if (closed) {
      return;
    }
    var was = Optional.ofNullable(failures.remove(file));
    switch (servers.start(file, workspace, Map.of())) {
      case Start.Running _ -> {}
      case Start.None _ -> gone(file);
      case Start.Wrong(var problems, _) -> failures.put(file, sentence(problems));
      case Start.Unavailable(var why) -> failures.put(file, why.replaceAll("\\s*\\n\\s*", "; "));
    }
    if (!was.equals(Optional.ofNullable(failures.get(file))) || was.isEmpty()) {
      tell();
    }
  }

  private void gone(Path file) {
    servers.stop(file);
    failures.put(file, "There is no mock " + folder.key(file) + ".");
  }

  private String sentence(List<Problem> problems) {
    var first = problems.getFirst();
    var more = problems.size() == 1 ? "" : " (and %d more)".formatted(problems.size() - 1);
    return "%s:%d: found %s, expected %s%s"
        .formatted(
            folder.key(first.at().file()),
            first.at().line(),
            first.found(),
            first.expected(),
            more);
  }

  /** Starts a mock because somebody asked for it, and says how it is then. */
  public synchronized State start(Path file) {
    stopped.remove(file);
    begin(file, folder.workspace(file));
    return state(file);
  }

  /** Stops a mock; it stays so until somebody starts it. */
  public synchronized State stop(Path file) {
    stopped.add(file);
    failures.remove(file);
    servers.stop(file);
    tell();
    return state(file);
  }

  /** How it is about a mock. */
  public synchronized State state(Path file) {
    var failure = failures.get(file);
    return servers
        .running(file)
        .<State>map(one ->
            new State.Running(one.url(), servers.clients(file), failure == null ? "" : failure))
        .orElseGet(() -> failure == null ? new State.Stopped() : new State.Failed(failure));
  }

  /**
   * What conversations of a workspace get beside their files: the variable {@code mock} when its
   * environment wants one that runs.
   */
  public synchronized Map<String, Value> variables(Workspace workspace) {
    return workspace
        .mock()
        .flatMap(mock -> servers.running(mock.file()))
        .map(one -> Map.of("mock", one.variable()))
        .orElse(Map.of());
  }

  /** What is wrong when the environment wants a mock, and it does not run. */
  Optional<Problem> missing(Workspace workspace) {
    return workspace
        .environment()
        .flatMap(Environment::mock)
        .filter(_ -> variables(workspace).isEmpty())
        .map(source ->
            new Problem(
                Severity.ERROR,
                source.at(),
                "a mock that does not run" + why(workspace),
                "one that listens",
                "start it, or choose another environment"));
  }

  private String why(Workspace workspace) {
    return workspace
        .mock()
        .map(mock -> state(mock.file()) instanceof State.Failed(var why) ? ": " + why : "")
        .orElse(": it is not there, or has problems");
  }

  @Override
  public synchronized void close() {
    closed = true;
    servers.close();
  }
}
