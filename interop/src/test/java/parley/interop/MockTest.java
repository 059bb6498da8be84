package parley.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.engine.plan.Planning;
import parley.mock.plan.MockPlan;
import parley.mock.plan.MockPlanner;
import parley.mock.server.MockServer;
import parley.mock.server.MockWatcher;
import parley.workspace.Lookup;
import parley.workspace.Workspace;

/** A mock is a server like any other to clients of other makers. */
@ExtendWith(Peers.Extension.class)
final class MockTest {

  private static final String MOCK =
      """
      state: { seq: 0 }
      paths:
        /rooms/{room}:
          accept: { subprotocols: [chat.v1] }
          reject: [ { when: request.params.user == '', status: 401, headers: { WWW-Authenticate: Bearer } } ]
          on-connect:
            - join: "{{path.room}}"
            - send: { json: { hello: "{{request.params.user}}", seq: "{{next(seq)}}" } }
          on-message:
            - where: { $.say: { exists: true } }
              steps: [ { broadcast: { to: "{{path.room}}", json: { text: "{{$.say}}" } } } ]
            - where: { $.bye: true }
              steps: [ { close: { code: 4001, reason: see you } } ]
      """;

  private final Peers peers;
  @TempDir private Path folder;

  MockTest(Peers peers) {
    this.peers = peers;
  }

  @ParameterizedTest
  @EnumSource
  void aClientIsLetInAnsweredAndSentAway(Maker maker) throws IOException {
    var client = peers.client(maker);
    try (var server = serve()) {
      open(client, server, "/rooms/main?user=ann");
      assertThat(client.next())
          .isInstanceOfSatisfying(
              Heard.Opened.class, opened -> assertThat(opened.subprotocol()).isEqualTo("chat.v1"));
      assertThat(client.next()).isEqualTo(new Heard.Text("{\"hello\":\"ann\",\"seq\":1}"));
      client.text("{\"say\":\"Grüße\"}");
      assertThat(client.next()).isEqualTo(new Heard.Text("{\"text\":\"Grüße\"}"));
      client.text("{\"bye\":", "true}");
      assertThat(client.next()).isEqualTo(new Heard.Closed(4001, "see you"));
    }
  }

  /** Jetty's client throws what the others tell. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "JETTY")
  void aClientThatIsRefusedSeesTheStatus(Maker maker) throws IOException {
    var client = peers.client(maker);
    try (var server = serve()) {
      open(client, server, "/rooms/main");
      assertThat(client.next())
          .isInstanceOfSatisfying(
              Heard.Failed.class, failed -> assertThat(failed.text()).contains("401"));
    }
  }

  private static void open(PeerClient client, MockServer server, String path) {
    client.open(URI.create(server.url() + path), List.of("chat.v1"), Deflate.NONE);
  }

  private MockServer serve() throws IOException {
    var file = Files.writeString(folder.resolve("chat.mock.yaml"), MOCK);
    var workspace = workspace(file);
    var planner = new MockPlanner(workspace.access());
    return switch (planner.plan(workspace.mock(file).orElseThrow(), workspace.given(Map.of()))) {
      case Planning.Planned<MockPlan>(var plan) ->
          MockServer.start(plan, workspace.access(), MockWatcher.NONE);
      case Planning.Wrong<MockPlan>(var problems) -> throw new AssertionError(problems.toString());
    };
  }

  private static Workspace workspace(Path file) {
    return switch (Workspace.open(file, Map.of())) {
      case Lookup.Found<Workspace>(var workspace) -> workspace;
      case Lookup.Failed<Workspace>(var refusal) -> throw new AssertionError(refusal);
    };
  }
}
