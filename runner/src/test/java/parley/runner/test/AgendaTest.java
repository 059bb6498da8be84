package parley.runner.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.engine.plan.Plan;
import parley.model.outcome.ConversationOutcome;
import parley.model.outcome.Result;
import parley.model.outcome.TestFacts;
import parley.model.outcome.TestOutcome;
import parley.model.value.Value;
import parley.runner.fixture.CollectionFolder;
import parley.runner.fixture.Deadline;
import parley.transport.connect.Connector;

/** What is done around tests, what is handed on, and what is tried again; one at a time. */
@Timeout(60)
class AgendaTest {

  private static final Path TOP = Path.of("/c");

  @TempDir private Path folder;
  private final Connector connector = new Connector();
  private final Map<String, String> bad = new HashMap<>();
  private final List<String> told = new ArrayList<>();
  private Plan plan;
  private int retries;
  private boolean failFast;

  /** A session that ends at once; what it is told to have brought is its title. */
  private record AtOnce(CaseRun run, Result result) implements Performance {
    @Override
    public void begin() {}

    @Override
    public void cancel(String why) {}

    @Override
    public void abandon() {}

    @Override
    public CompletableFuture<ConversationOutcome> done() {
      return CompletableFuture.completedFuture(
          new ConversationOutcome(result, Duration.ZERO, List.of()));
    }

    @Override
    public CompletableFuture<Map<String, Value>> variables() {
      return CompletableFuture.completedFuture(
          Map.of("token", Value.of(run.title()), run.test().name(), Value.of(1)));
    }
  }

  private final TestWatcher watcher =
      new TestWatcher() {
        @Override
        public void ended(TestOutcome outcome) {
          told.add(title(outcome) + " " + outcome.result().word());
        }

        @Override
        public void hookEnded(TestOutcome outcome) {
          told.add(outcome.name() + " done");
        }

        @Override
        public void retried(TestOutcome outcome, int next, int of) {
          told.add("%s again %d/%d".formatted(title(outcome), next, of));
        }
      };

  private static String title(TestOutcome outcome) {
    return (outcome.name() + " " + outcome.row()).strip();
  }

  @BeforeEach
  void plan() throws IOException {
    plan = new CollectionFolder(folder).test("talk", "url: ws://127.0.0.1:1").plan();
  }

  @AfterEach
  void close() {
    connector.close();
  }

  private TestCase test(String file) {
    return new TestCase(
        TOP.resolve(file), file, TestFacts.NONE, plan, List.of(Map.<String, Value>of()));
  }

  private TestCase hook(String name) {
    return test(name).bringing(Set.of("token", name));
  }

  private Performance make(CaseRun run) {
    var title = run.title();
    told.add(title + " with " + run.handed().keySet().stream().sorted().toList());
    var why = bad.get(title + run.tries());
    return new AtOnce(run, why == null ? new Result.Passed() : new Result.Failed(why));
  }

  private List<TestOutcome> run(List<FolderHooks> hooks, List<String> chain, String... files) {
    var tests = Arrays.stream(files).map(this::test).map(one -> one.bringing(Set.of(one.name())));
    var chains = chain.isEmpty() ? List.<List<Path>>of() : List.of(paths(chain));
    var list = new TestList(tests.toList(), hooks, chains);
    var options = new TestRun.Options(1, failFast, 7, retries);
    var schedule =
        new Schedule(options, connector, (run, _) -> make(run), watcher, Duration.ofSeconds(30));
    schedule.begin(Agenda.of(list, 7));
    return Deadline.get(schedule.outcomes());
  }

  private static List<Path> paths(List<String> files) {
    return files.stream().map(TOP::resolve).toList();
  }

  private FolderHooks hooks(String of) {
    var at = TOP.resolve(of);
    return new FolderHooks(at, hook("before " + of), hook("after " + of));
  }

  @Test
  void foldersAreOpenedBeforeTheirFirstTestAndClosedAfterTheirLast() {
    run(List.of(hooks("x"), hooks("x/in"), hooks("unused")), List.of(), "a", "x/b", "x/in/c", "d");
    assertThat(told)
        .containsExactly(
            "a with []", "a passed",
            "before x with []", "before x done",
            "x/b with [before x, token]", "x/b passed",
            "before x/in with [before x, token]", "before x/in done",
            "x/in/c with [before x, before x/in, token]", "x/in/c passed",
            "after x/in with [before x, before x/in, token]", "after x/in done",
            "after x with [before x, token]", "after x done",
            "d with []", "d passed");
  }

  @Test
  void whatIsBelowAFolderThatCannotBeOpenedIsBroken() {
    bad.put("before x0", "no token");
    var outcomes = run(List.of(hooks("x"), hooks("x/in")), List.of(), "a", "x/in/b");
    assertThat(told)
        .containsExactly(
            "a with []",
            "a passed",
            "before x with []",
            "before x failed",
            "x/in/b broken",
            "after x with []",
            "after x done");
    assertThat(outcomes).extracting(TestOutcome::name).containsExactly("a", "before x", "x/in/b");
    assertThat(outcomes.getLast().result())
        .isEqualTo(new Result.Broken("before x did not pass: no token"));
  }

  @Test
  void filesOfAChainGoOnFromEachOther() {
    run(List.of(), List.of("c", "a", "b"), "a", "b", "c", "d");
    assertThat(told)
        .containsExactly(
            "c with []", "c passed",
            "a with [c]", "a passed",
            "b with [a, c]", "b passed",
            "d with []", "d passed");
  }

  @Test
  void afterAFailureTheRestOfAChainIsLeftOut() {
    bad.put("a0", "no");
    var outcomes = run(List.of(), List.of("a", "b", "c"), "a", "b", "c", "d");
    assertThat(told)
        .containsExactly(
            "a with []", "a failed", "b skipped", "c skipped", "d with []", "d passed");
    assertThat(outcomes.get(2).result())
        .isEqualTo(new Result.Skipped("a did not pass, and this one goes on from it"));
  }

  @Test
  void whatPassesOnRetryIsFlaky() {
    retries = 2;
    bad.putAll(Map.of("a0", "no", "b0", "no", "b1", "no", "b2", "never"));
    var outcomes = run(List.of(), List.of(), "a", "b");
    assertThat(told)
        .containsExactly(
            "a with []",
            "a again 1/2",
            "a with []",
            "a passed",
            "b with []",
            "b again 1/2",
            "b with []",
            "b again 2/2",
            "b with []",
            "b failed");
    assertThat(outcomes).extracting(TestOutcome::isFlaky).containsExactly(true, false);
    assertThat(outcomes).extracting(TestOutcome::tries).containsExactly(2, 3);
  }

  @Test
  void theFirstFailureStillClosesTheFolder() {
    failFast = true;
    bad.put("x/a0", "no");
    run(List.of(hooks("x"), hooks("y")), List.of(), "x/a", "x/b", "y/c");
    assertThat(told)
        .containsExactly(
            "before x with []",
            "before x done",
            "x/a with [before x, token]",
            "x/a failed",
            "x/b skipped",
            "after x with [before x, token]",
            "after x done",
            "y/c skipped");
  }
}
