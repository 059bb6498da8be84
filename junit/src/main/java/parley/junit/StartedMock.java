package parley.junit;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import parley.workspace.EnvironmentMocks;
import parley.workspace.Lookup;
import parley.workspace.ProblemList;
import parley.workspace.Workspace;

/** A mock that listens until it is closed. */
public final class StartedMock implements AutoCloseable {

  private final EnvironmentMocks mocks;
  private final String url;

  private StartedMock(EnvironmentMocks mocks, String url) {
    this.mocks = mocks;
    this.url = url;
  }

  /**
   * Starts the mock of a file, in the usual environment of its collection. Blocks.
   *
   * @throws BrokenConversation when the file has problems, or its address cannot be had
   */
  public static StartedMock start(Path file) {
    var workspace =
        switch (Workspace.open(file, System.getenv())) {
          case Lookup.Found<Workspace>(var opened) -> opened.inUsualEnvironment();
          case Lookup.Failed<Workspace>(var refusal) ->
              throw new BrokenConversation(refusal.found() + "; expected " + refusal.expected());
        };
    var path = file.toAbsolutePath().normalize();
    var mocks = new EnvironmentMocks(System.nanoTime());
    return switch (mocks.start(path, workspace, Map.of())) {
      case EnvironmentMocks.Start.Running(var url, _) -> new StartedMock(mocks, url);
      case EnvironmentMocks.Start.Wrong(var problems, _) ->
          throw new BrokenConversation(new ProblemList(problems, workspace.files()).toText());
      case EnvironmentMocks.Start.None _ ->
          throw new BrokenConversation("'" + file + "' is no mock; expected NAME.mock.yaml");
      case EnvironmentMocks.Start.Unavailable(var why) -> throw new BrokenConversation(why);
    };
  }

  /** Where it listens, without a path: {@code ws://127.0.0.1:9001}. */
  public String url() {
    return url;
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create(url);
  }

  /** The port in use. */
  public int port() {
    return uri().getPort();
  }

  /** Ends its connections with 1001 and waits until they have ended. */
  @Override
  public void close() {
    mocks.close();
  }
}
