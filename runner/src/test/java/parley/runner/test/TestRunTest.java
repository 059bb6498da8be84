package parley.runner.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.engine.session.Report;
import parley.model.outcome.Result;
import parley.model.outcome.TestOutcome;
import parley.model.value.Value;
import parley.runner.fixture.CollectionFolder;
import parley.runner.fixture.LoopbackServer;

/** Many conversations at a time, and the ways to end them early. */
@Timeout(60)
class TestRunTest {

  private static final String SAY_WHO =
      """
      url: "{{url}}"
      steps:
        - send: { text: "{{who}} {{$guid}} {{$randomInt}}" }
        - receive:
          extract: { said: { text: true } }
          assert: [ { text: { starts-with: "{{who}}" } } ]
      """;

  @TempDir private Path folder;

  private CollectionFolder collection() {
    return new CollectionFolder(folder);
  }

  private TestCase test(String url, String yaml, List<Map<String, Value>> rows) throws IOException {
    return collection().test("talk", yaml, Map.of("url", Value.of(url)), rows);
  }

  private static List<Map<String, Value>> people(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Map.<String, Value>of("who", Value.of("user" + i)))
        .toList();
  }

  private List<TestOutcome> run(int jobs, long seed, TestCase... tests) {
    var options = new TestRun.Options(jobs, false, seed);
    return new TestRun(collection(), options, new TestWatcher() {}).run(List.of(tests));
  }

  private static List<Value> said(List<TestOutcome> outcomes) {
    return outcomes.stream()
        .map(one -> one.outcome().steps().getLast().extracted().getFirst().value())
        .toList();
  }

  @Test
  void eachRowIsARunWithItsOwnValues() throws Exception {
    try (var server = LoopbackServer.echo()) {
      var outcomes = run(2, 1, test(server.url().toString(), SAY_WHO, people(3)));
      assertThat(outcomes).extracting(TestOutcome::row).containsExactly("row 1", "row 2", "row 3");
      assertThat(outcomes).extracting(TestOutcome::result).containsOnly(new Result.Passed());
    }
  }

  @Test
  void aSeedRepeatsRandomValuesWhateverTheJobs() throws Exception {
    try (var server = LoopbackServer.echo()) {
      var test = test(server.url().toString(), SAY_WHO, people(8));
      var once = run(1, 42, test);
      assertThat(said(run(5, 42, test))).isEqualTo(said(once)).doesNotHaveDuplicates();
      assertThat(said(run(5, 43, test))).isNotEqualTo(said(once));
      assertThat(once).extracting(TestOutcome::seed).containsOnly(42L);
    }
  }

  @Test
  void manyRunsShareOneThread() throws Exception {
    try (var server = LoopbackServer.echo()) {
      var outcomes = run(50, 1, test(server.url().toString(), SAY_WHO, people(200)));
      assertThat(outcomes).hasSize(200);
      assertThat(outcomes).extracting(TestOutcome::result).containsOnly(new Result.Passed());
    }
  }

  /** Runs and cancels when a report comes that is the phase. */
  private TestOutcome cancelledAt(Predicate<Report> phase, String url, String yaml)
      throws IOException {
    var running = new AtomicReference<TestRun>();
    var watcher =
        new TestWatcher() {
          @Override
          public void report(TestCase test, String row, Report report) {
            if (phase.test(report)) {
              running.get().cancel("interrupted");
            }
          }
        };
    running.set(new TestRun(collection(), new TestRun.Options(1, false, 1), watcher));
    var outcomes = running.get().run(List.of(test(url, yaml, List.of(Map.of()))));
    return outcomes.getFirst();
  }

  private static boolean begins(Report report, String verb) {
    return report instanceof Report.StepBegan began && began.label().startsWith(verb);
  }

  @Test
  void aRunThatConnectsIsCutShort() throws Exception {
    try (var mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var url = "ws://127.0.0.1:" + mute.getLocalPort();
      var outcome =
          cancelledAt(
              Report.Opening.class::isInstance, url, "{ url: '{{url}}', steps: [ { ping: } ] }");
      assertThat(outcome.result()).isEqualTo(new Result.Broken("interrupted"));
    }
  }

  @Test
  void aRunThatWaitsIsCutShortAndItsConnectionClosed() throws Exception {
    try (var server = LoopbackServer.silent()) {
      var yaml = "{ url: '{{url}}', steps: [ { connect: }, { receive: } ] }";
      var outcome = cancelledAt(one -> begins(one, "receive"), server.url().toString(), yaml);
      assertThat(outcome.result()).isEqualTo(new Result.Broken("interrupted"));
      assertThat(server.connection().closure().get().isClean()).isTrue();
    }
  }

  @Test
  void aRunThatClosesIsCutShortByItsCloseTimeout() throws Exception {
    try (var server = LoopbackServer.doing((connection, _) -> connection.pauseReading())) {
      var yaml =
          """
          url: "{{url}}"
          settings: { close-timeout: 100ms }
          steps: [ { send: { text: deaf } }, { close: } ]
          """;
      var outcome = cancelledAt(one -> begins(one, "close"), server.url().toString(), yaml);
      assertThat(outcome.result()).isEqualTo(new Result.Broken("interrupted"));
    }
  }

  @Test
  void whatIsCancelledBeforeItRunsIsSkipped() throws Exception {
    var run = new TestRun(collection(), new TestRun.Options(1, false, 1), new TestWatcher() {});
    run.cancel("interrupted");
    var tests = List.of(test("ws://127.0.0.1:1", "url: '{{url}}'", List.of(Map.of())));
    assertThat(run.run(tests))
        .extracting(TestOutcome::result)
        .containsExactly(new Result.Skipped("not begun: interrupted"));
  }

  @Test
  void theFirstBadOneEndsTheRest() throws Exception {
    try (var server = LoopbackServer.silent()) {
      var url = server.url().toString();
      var bad =
          test(
              "ws://127.0.0.1:1",
              "{ url: '{{url}}', steps: [ { check: [ 1 > 2 ] } ] }",
              List.of(Map.of()));
      var waiting =
          test(url, "{ url: '{{url}}', steps: [ { receive: , within: 5m } ] }", List.of(Map.of()));
      var run = new TestRun(collection(), new TestRun.Options(2, true, 1), new TestWatcher() {});
      assertThat(run.run(List.of(waiting, bad, waiting)))
          .extracting(TestOutcome::result)
          .containsExactly(
              new Result.Skipped("cut short: talk did not pass"),
              new Result.Failed("1 > 2: expected true, found false"),
              new Result.Skipped("not begun: talk did not pass"));
    }
  }

  @Test
  void aFaultOfTheWatcherIsThrown() throws Exception {
    var watcher =
        new TestWatcher() {
          @Override
          public void ended(TestOutcome outcome) {
            throw new IllegalStateException("the watcher's");
          }
        };
    var run = new TestRun(collection(), new TestRun.Options(1, false, 1), watcher);
    var tests = List.of(test("ws://127.0.0.1:1", "url: '{{url}}'", List.of(Map.of())));
    assertThatThrownBy(() -> run.run(tests)).hasMessage("the watcher's");
  }
}
