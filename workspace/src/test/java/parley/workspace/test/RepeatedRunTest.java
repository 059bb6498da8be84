package parley.workspace.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.model.outcome.Repetition;
import parley.model.outcome.Result;
import parley.model.transcript.Entry;
import parley.runner.test.TestRun;
import parley.runner.test.TestWatcher;
import parley.workspace.EnvironmentMocks;
import parley.workspace.Lookup;
import parley.workspace.Selection;

/** The same seed and the same clock: the same messages, byte for byte, in both directions. */
@Timeout(30)
class RepeatedRunTest {

  private static final Repetition SEVEN = new Repetition(7, Instant.parse("2026-01-02T03:04:05Z"));

  private static final String MOCK =
      """
      paths:
        /{name}:
          on-connect: [ { send: { json: { hello: "{{$randomFirstName}}", at: "{{$isoTimestamp}}" } } } ]
          on-message:
            - otherwise: [ { send: { json: { id: "{{$guid}}", price: "{{$randomPrice}}", said: "{{text()}}" } } } ]
      """;

  private static final String CONVERSATION =
      """
      url: "{{mock.url}}/NAME?by={{$randomUserName}}"
      headers: { X-Request: "{{$guid}}" }
      variables: { mine: "{{$randomExampleEmail}}", tick: 0 }
      every: [ { time: 1ms, steps: [ { set: { tick: "{{randomNumber(9)}}" } } ] } ]
      steps:
        - receive:
          where: { $.hello: { exists: true } }
        - group:
            - send: { json: { mine: "{{mine}}", city: "{{$randomCity}}", now: "{{$timestamp}}", n: "{{randomNumber(1000000)}}" } }
            - receive:
          repeat: { times: 3 }
        - parallel:
            - [ { wait: 3ms }, { send: { json: { left: "{{$randomWords}}" } } } ]
            - [ { send: { json: { right: "{{$randomWords}}" } } } ]
        - receive:
          take: 2
      """;

  @TempDir private Path folder;

  @Test
  void twoRunsWithOneSeedSayTheSameWhateverElseGoesOn() throws IOException {
    Files.createDirectory(folder.resolve("environments"));
    Files.writeString(folder.resolve("parley.yaml"), "name: Repeated\n");
    Files.writeString(folder.resolve("environments/local.yaml"), "mock: ../all.mock.yaml\n");
    Files.writeString(folder.resolve("all.mock.yaml"), MOCK);
    for (var i = 0; i < 6; i++) {
      Files.writeString(
          folder.resolve("c" + i + ".ws.yaml"), CONVERSATION.replace("NAME", "n" + i % 3));
    }
    var first = messages(SEVEN, 1);
    assertThat(first).hasSize(6).allSatisfy((_, said) -> assertThat(said).hasSize(11));
    assertThat(messages(SEVEN, 6)).isEqualTo(first);
    assertThat(messages(new Repetition(8, SEVEN.clockOrNull()), 6)).isNotEqualTo(first);
  }

  @Test
  void theExampleOfTheGuideIsSentWithItsTypes() throws IOException {
    var guide = Files.readString(Path.of("../docs/dynamic-variables.md"));
    var example = guide.substring(guide.indexOf("```yaml\n") + 8);
    Files.createDirectory(folder.resolve("environments"));
    Files.writeString(folder.resolve("parley.yaml"), "variables: { base: \"{{mock.url}}\" }\n");
    Files.writeString(folder.resolve("environments/local.yaml"), "mock: ../all.mock.yaml\n");
    Files.writeString(folder.resolve("all.mock.yaml"), "paths: { /orders: {} }\n");
    Files.writeString(
        folder.resolve("guide.ws.yaml"), example.substring(0, example.indexOf("```")));
    assertThat(messages(SEVEN, 1).values())
        .singleElement()
        .satisfies(said ->
            assertThat(said.getFirst())
                .matches(
                    "SENT \\{\"op\":\"buy\",\"buyer\":\"\\S+@example.\\w+\",\"count\":\\d+,"
                        + "\"note\":\"for [^\"]+\"}"));
  }

  /** What was said in each test, each direction in its order. */
  private Map<String, List<String>> messages(Repetition repetition, int jobs) {
    var options = new TestRun.Options(jobs, false, repetition.seed(), 0, repetition.clockOrNull());
    var said = new TreeMap<String, List<String>>();
    try (var mocks = new EnvironmentMocks(repetition)) {
      var run = new BatchRun(options, new TestWatcher() {});
      for (var outcome : run.run(List.of(batch(mocks)), _ -> {})) {
        assertThat(outcome.result()).isInstanceOf(Result.Passed.class);
        assertThat(outcome.repetition()).isEqualTo(repetition);
        said.put(
            outcome.name(),
            outcome.transcript().stream()
                .map(one -> one.entry())
                .filter(Entry.Message.class::isInstance)
                .map(Entry.Message.class::cast)
                .map(one -> one.direction() + " " + one.payload().toText())
                .sorted()
                .toList());
      }
    }
    return said;
  }

  private Batch batch(EnvironmentMocks mocks) {
    var found = (Lookup.Found<List<Selection>>) Selection.of(List.of(folder.toString()), Map.of());
    var one = found.value().getFirst().in(workspace -> workspace.inUsualEnvironment());
    var prepared =
        Preparing.of(
            one, new Preparing.Asked(Map.of(), Choice.of(List.of(one), Wanted.ALL)), mocks);
    return ((Prepared.Ready) prepared).batch();
  }
}
