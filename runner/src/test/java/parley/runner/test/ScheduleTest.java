package parley.runner.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.engine.session.Report;
import parley.model.outcome.ConversationOutcome;
import parley.model.outcome.Result;
import parley.model.outcome.TestOutcome;
import parley.model.value.Value;
import parley.runner.fixture.CollectionFolder;
import parley.runner.fixture.Deadline;
import parley.runner.live.SessionWatcher;
import parley.transport.connect.Connector;

/** Which runs go on when, with sessions that the test ends by hand. */
@Timeout(60)
class ScheduleTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final Connector connector = new Connector();
  private final BlockingQueue<Played> begun = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private TestCase test;

  /** A session that goes on until the test ends it. */
  private record Played(
      CaseRun run,
      SessionWatcher watcher,
      BlockingQueue<String> asked,
      CompletableFuture<ConversationOutcome> done)
      implements Performance {

    @Override
    public void begin() {
      asked.add("begin");
    }

    @Override
    public void cancel(String why) {
      asked.add("cancel: " + why);
    }

    @Override
    public CompletableFuture<Map<String, Value>> variables() {
      return CompletableFuture.completedFuture(
          Map.of("token", Value.of(run.title()), "other", Value.of(1)));
    }

    @Override
    public void abandon() {
      done.completeExceptionally(new CancellationException("abandoned"));
    }

    void end(Result result) {
      done.complete(new ConversationOutcome(result, Duration.ZERO, List.of()));
    }
  }

  private final TestWatcher watcher =
      new TestWatcher() {
        @Override
        public void began(TestCase of, String row) {
          told.add("began " + row);
        }

        @Override
        public void report(TestCase of, String row, Report report) {
          told.add("report " + row);
        }

        @Override
        public void ended(TestOutcome outcome) {
          told.add("ended " + outcome.row() + " " + outcome.result().getClass().getSimpleName());
        }
      };

  @BeforeEach
  void plan() throws IOException {
    test = new CollectionFolder(folder).test("talk", "url: ws://127.0.0.1:1");
  }

  @AfterEach
  void close() {
    connector.close();
  }

  private static Agenda agenda(TestCase... tests) {
    return Agenda.of(TestList.of(List.of(tests)), 7);
  }

  private Performance make(CaseRun run, SessionWatcher watching) {
    var played = new Played(run, watching, new LinkedBlockingQueue<>(), new CompletableFuture<>());
    begun.add(played);
    return played;
  }

  private TestCase rows(int count) {
    var rows =
        IntStream.range(0, count).mapToObj(i -> Map.<String, Value>of("i", Value.of(i))).toList();
    return new TestCase(test.file(), test.name(), test.facts(), test.plan(), rows);
  }

  private Schedule schedule(int jobs, boolean failFast, int rows) {
    return schedule(jobs, failFast, rows, LONG, watcher);
  }

  private Schedule schedule(
      int jobs, boolean failFast, int rows, Duration limit, TestWatcher watching) {
    var options = new TestRun.Options(jobs, failFast, 7);
    var schedule = new Schedule(options, connector, this::make, watching, limit);
    schedule.begin(agenda(rows(rows)));
    return schedule;
  }

  private Played next() {
    return Deadline.next(begun);
  }

  private static List<String> results(Schedule schedule) {
    return Deadline.get(schedule.outcomes()).stream()
        .map(one -> one.row() + " " + one.result().getClass().getSimpleName())
        .toList();
  }

  private static final Result PASSED = new Result.Passed();
  private static final Result FAILED = new Result.Failed("no");

  @Test
  void asManyGoOnAsThereAreJobs() {
    var schedule = schedule(2, false, 3);
    var first = next();
    var second = next();
    assertThat(begun).isEmpty();
    second.end(PASSED);
    next().end(FAILED);
    first.end(PASSED);
    assertThat(results(schedule)).containsExactly("row 1 Passed", "row 2 Passed", "row 3 Failed");
  }

  @Test
  void theWatcherIsToldInOrder() {
    var schedule = schedule(1, false, 1);
    var only = next();
    connector.execute(() -> {
      only.watcher().report(new Report.Notice("hello"));
      only.end(PASSED);
    });
    Deadline.get(schedule.outcomes());
    assertThat(told).containsExactly("began row 1", "report row 1", "ended row 1 Passed");
  }

  @Test
  void theFirstBadOneEndsTheRestWhenAsked() {
    var schedule = schedule(2, true, 4);
    var first = next();
    var second = next();
    first.end(FAILED);
    assertThat(Deadline.next(second.asked())).isEqualTo("begin");
    assertThat(Deadline.next(second.asked())).isEqualTo("cancel: talk (row 1) did not pass");
    second.end(new Result.Broken("talk (row 1) did not pass"));
    assertThat(results(schedule))
        .containsExactly("row 1 Failed", "row 2 Skipped", "row 3 Skipped", "row 4 Skipped");
    assertThat(Deadline.get(schedule.outcomes()).getLast().result())
        .isEqualTo(new Result.Skipped("not begun: talk (row 1) did not pass"));
    assertThat(told).contains("ended row 4 Skipped").doesNotContain("began row 4");
  }

  @Test
  void aBadOneEndsNothingUnlessAsked() {
    var schedule = schedule(1, false, 2);
    next().end(FAILED);
    next().end(PASSED);
    assertThat(results(schedule)).containsExactly("row 1 Failed", "row 2 Passed");
  }

  @Test
  void cancellingCutsShortWhatGoesOnAndSkipsTheRest() {
    var schedule = schedule(1, false, 2);
    var first = next();
    schedule.cancel("interrupted");
    schedule.cancel("again");
    assertThat(Deadline.next(first.asked())).isEqualTo("begin");
    assertThat(Deadline.next(first.asked())).isEqualTo("cancel: interrupted");
    first.end(new Result.Broken("interrupted"));
    assertThat(results(schedule)).containsExactly("row 1 Broken", "row 2 Skipped");
    assertThat(first.asked()).isEmpty();
  }

  @Test
  void whatIsDoneAfterAllHasItsTimeAlsoWhenItRunsAlready() {
    var options = new TestRun.Options(1, false, 7);
    var schedule = new Schedule(options, connector, this::make, watcher, LONG);
    var hooks = new FolderHooks(folder, null, test);
    schedule.begin(Agenda.of(new TestList(List.of(test), List.of(hooks), List.of()), 7));
    next().end(PASSED);
    var after = next();
    schedule.cancel("interrupted");
    connector.execute(() -> after.end(PASSED));
    assertThat(Deadline.get(schedule.outcomes())).hasSize(1);
    assertThat(after.asked()).containsExactly("begin");
  }

  @Test
  void whatDoesNotEndWhenCutShortIsBroken() {
    var schedule = schedule(1, false, 1, Duration.ofMillis(10), watcher);
    var _ = next();
    schedule.cancel("interrupted");
    assertThat(Deadline.get(schedule.outcomes()).getFirst().result())
        .isInstanceOfSatisfying(
            Result.Broken.class,
            broken -> assertThat(broken.text()).startsWith("it did not end although it was cut"));
  }

  @Test
  void aFaultOfOursBreaksOnlyItsOwnRun() {
    var schedule = schedule(1, false, 2);
    next().done().completeExceptionally(new IllegalStateException("a broken promise"));
    next().end(PASSED);
    assertThat(results(schedule)).containsExactly("row 1 Broken", "row 2 Passed");
    assertThat(Deadline.get(schedule.outcomes()).getFirst().result())
        .isInstanceOfSatisfying(
            Result.Broken.class,
            broken ->
                assertThat(broken.text())
                    .contains("a fault of Parley", "a broken promise", "ScheduleTest.java"));
  }

  @Test
  void aFaultOfTheWatcherEndsTheRun() {
    var faulty =
        new TestWatcher() {
          @Override
          public void began(TestCase of, String row) {
            throw new IllegalStateException("the watcher's");
          }
        };
    var schedule = schedule(1, false, 1, LONG, faulty);
    assertThat(Deadline.failure(schedule.outcomes())).hasMessage("the watcher's");
  }

  @Test
  void noTestsAreNoOutcomes() {
    var schedule =
        new Schedule(new TestRun.Options(1, false, 7), connector, this::make, watcher, LONG);
    schedule.begin(agenda());
    assertThat(Deadline.get(schedule.outcomes())).isEmpty();
  }

  @Test
  void sessionsThatEndAtOnceDoNotPileUp() {
    var options = new TestRun.Options(3, false, 7);
    Performance.Maker atOnce =
        (run, watching) -> {
          var played = (Played) make(run, watching);
          played.end(PASSED);
          return played;
        };
    var schedule = new Schedule(options, connector, atOnce, new TestWatcher() {}, LONG);
    schedule.begin(agenda(rows(20_000)));
    assertThat(Deadline.get(schedule.outcomes())).hasSize(20_000);
  }

  @Test
  void randomValuesAreThoseOfTheCaseWhateverRunsBesideIt() {
    var alone = CaseRun.allOf(test, 7).getFirst();
    var among = CaseRun.allOf(rows(2), 7);
    var elsewhere =
        new TestCase(
            Path.of("/x", String.valueOf(folder.getFileName()), "talk.ws.yaml"),
            "talk",
            test.facts(),
            test.plan(),
            test.rows());
    assertThat(CaseRun.allOf(elsewhere, 7).getFirst().random().nextLong())
        .isEqualTo(alone.random().nextLong());
    assertThat(among.get(0).random().nextLong()).isNotEqualTo(among.get(1).random().nextLong());
    assertThat(CaseRun.allOf(test, 8).getFirst().random().nextLong())
        .isNotEqualTo(alone.random().nextLong());
  }

  @Test
  void atLeastOneGoesOn() {
    assertThatThrownBy(() -> new TestRun.Options(0, false, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
