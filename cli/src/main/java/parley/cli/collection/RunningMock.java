package parley.cli.collection;

import java.io.IOException;
import parley.cli.shell.Places;
import parley.mock.plan.MockPlan;
import parley.mock.server.MockServer;
import parley.mock.server.MockWatcher;
import parley.model.collection.Mock;
import parley.model.value.Value;

/** What starting the mock of an environment came to. */
public sealed interface RunningMock {

  /** It listens; {@code variable} is what conversations know of it. */
  record Listening(MockServer server, Value variable) implements RunningMock {}

  /** Its address cannot be had. */
  record Unavailable(String why) implements RunningMock {}

  /** Starts a mock that nobody watches; its random values come from {@code seed}. */
  static RunningMock start(Mock mock, MockPlan plan, Workspace workspace, long seed) {
    try {
      var server = MockServer.start(plan, workspace.access(), MockWatcher.NONE, seed);
      var address = server.address().getAddress();
      var host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
      var secure = server.certificatePem().isPresent();
      return new Listening(server, Workspace.mockVariable(secure, host, server.port()));
    } catch (IOException taken) {
      return new Unavailable(
          "the mock %s cannot listen on %s:%d: %s\n        `listen: { port: 0 }` takes a free port"
              .formatted(
                  Places.shown(mock.file()),
                  mock.listen().host(),
                  mock.listen().port(),
                  taken.getMessage()));
    }
  }
}
