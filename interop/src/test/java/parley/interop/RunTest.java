package parley.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.model.outcome.Result;
import parley.model.outcome.TestFacts;
import parley.model.outcome.TestOutcome;
import parley.model.value.Value;
import parley.runner.test.TestCase;
import parley.runner.test.TestRun;
import parley.runner.test.TestWatcher;
import parley.workspace.Lookup;
import parley.workspace.Preparation;
import parley.workspace.Workspace;

/** A conversation with steps of many kinds passes with servers of other makers. */
@ExtendWith(Peers.Extension.class)
final class RunTest {

  private static final String FILE = "everything.ws.yaml";

  private final Peers peers;
  @TempDir private Path folder;

  RunTest(Peers peers) {
    this.peers = peers;
  }

  @ParameterizedTest
  @CsvSource({"WS, false", "WS, true", "WEBSOCKETS, false", "WEBSOCKETS, true"})
  void aConversationPasses(Maker maker, boolean secure) throws Exception {
    var port = peers.server(maker).obeyingPort(secure);
    var url = "%s://127.0.0.1:%d/?deflate".formatted(secure ? "wss" : "ws", port);
    var outcome = run(url);
    assertThat(outcome.result())
        .as(outcome.outcome().steps().getLast().toString())
        .isEqualTo(new Result.Passed());
  }

  private TestOutcome run(String url) throws Exception {
    try (var file = Objects.requireNonNull(RunTest.class.getResourceAsStream(FILE))) {
      Files.copy(file, folder.resolve(FILE));
    }
    Files.copy(peers.certificate(), folder.resolve("ca.pem"));
    var options = new TestRun.Options(1, false, 1);
    var workspace = workspace();
    var test = test(workspace, Map.of("url", Value.of(url)));
    return new TestRun(workspace.access(), options, new TestWatcher() {})
        .run(List.of(test))
        .getFirst();
  }

  private Workspace workspace() {
    return switch (Workspace.open(folder.resolve(FILE), Map.of())) {
      case Lookup.Found(var workspace) -> workspace;
      case Lookup.Failed(var refusal) -> throw new AssertionError(refusal);
    };
  }

  private TestCase test(Workspace workspace, Map<String, Value> variables) {
    var file = folder.resolve(FILE);
    return switch (workspace.prepare(file, workspace.given(variables))) {
      case Preparation.Ready(var conversation, var plan, _) ->
          new TestCase(file, conversation.name(), TestFacts.NONE, plan, List.of(Map.of()));
      case Preparation.Wrong(var problems) -> throw new AssertionError(problems);
    };
  }
}
