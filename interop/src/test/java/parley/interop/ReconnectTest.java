package parley.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.engine.session.Report;
import parley.model.outcome.Result;
import parley.model.outcome.TestFacts;
import parley.model.outcome.TestOutcome;
import parley.model.transcript.Entry;
import parley.model.value.Value;
import parley.runner.test.TestCase;
import parley.runner.test.TestRun;
import parley.runner.test.TestWatcher;
import parley.workspace.Lookup;
import parley.workspace.Preparation;
import parley.workspace.Workspace;

/** A server of another maker dies, and one comes back on the same port. */
@ExtendWith(Peers.Extension.class)
final class ReconnectTest {

  private static final String YAML =
      """
      url: "{{url}}"
      settings: { reconnect: { attempts: 50, backoff: 1ms..100ms } }
      on-reconnect: [ { send: { text: back } } ]
      steps:
        - send: { text: hello }
        - receive:
          where: { text: hello }
        - send: { text: die }
        - receive:
          where: { text: back }
          within: 20s
        - send: { text: again }
        - receive:
          where: { text: again }
      """;

  private final Peers peers;
  @TempDir private Path folder;

  ReconnectTest(Peers peers) {
    this.peers = peers;
  }

  @ParameterizedTest
  @EnumSource(names = {"WS", "WEBSOCKETS"})
  void aServerThatIsKilledAndStartedAgainIsFound(Maker maker) throws Exception {
    var started = new ArrayList<ScriptMortal>();
    started.add(peers.mortal(maker, 0));
    var port = started.getFirst().port();
    var restarting =
        new TestWatcher() {
          @Override
          public void report(TestCase test, String row, Report report) {
            if (report instanceof Report.Reconnecting lost && lost.attempt() == 2) {
              try {
                started.add(peers.mortal(maker, port));
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            }
          }
        };
    try {
      var outcome = run("ws://127.0.0.1:" + port + "/", restarting);
      assertThat(outcome.result()).isEqualTo(new Result.Passed());
      assertThat(outcome.transcript())
          .filteredOn(one -> one.entry() instanceof Entry.Retry)
          .hasSizeGreaterThan(1);
      assertThat(outcome.outcome().unsent()).isZero();
    } finally {
      started.forEach(ScriptMortal::close);
    }
  }

  private TestOutcome run(String url, TestWatcher watcher) throws Exception {
    var file = Files.writeString(folder.resolve("talk.ws.yaml"), YAML);
    var workspace =
        switch (Workspace.open(file, Map.of())) {
          case Lookup.Found(var found) -> found;
          case Lookup.Failed(var refusal) -> throw new AssertionError(refusal);
        };
    var test =
        switch (workspace.prepare(file, workspace.given(Map.of("url", Value.of(url))))) {
          case Preparation.Ready(var conversation, var plan, _) ->
              new TestCase(file, conversation.name(), TestFacts.NONE, plan, List.of(Map.of()));
          case Preparation.Wrong(var problems) -> throw new AssertionError(problems);
        };
    return new TestRun(workspace.access(), new TestRun.Options(1, false, 1), watcher)
        .run(List.of(test))
        .getFirst();
  }
}
