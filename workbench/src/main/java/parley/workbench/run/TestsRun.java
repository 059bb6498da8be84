package parley.workbench.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import parley.engine.session.Report;
import parley.model.outcome.Numbered;
import parley.model.outcome.RunOutcome;
import parley.model.outcome.TestOutcome;
import parley.model.value.Value;
import parley.report.Palette;
import parley.report.Redaction;
import parley.report.test.Look;
import parley.runner.test.Review;
import parley.runner.test.TestCase;
import parley.runner.test.TestWatcher;
import parley.store.SessionStart;
import parley.transport.listen.PageBody;
import parley.workbench.call.Json;
import parley.workbench.collection.OpenFolder;
import parley.workbench.log.Logs;
import parley.workbench.step.StepTree;
import parley.workspace.Workspace;
import parley.workspace.snapshot.SnapshotUse;
import parley.workspace.snapshot.Snapshots;
import parley.workspace.test.Batch;
import parley.workspace.test.BatchRun;
import parley.workspace.test.Preparing;

/** Tests that are run once, and what came of them so far. Any thread may call it. */
final class TestsRun implements TestWatcher {

  private static final int COLUMNS = 120;

  /** Which run of a conversation. */
  private record CaseKey(TestCase test, String row) {

    boolean is(TestOutcome outcome) {
      return row.equals(outcome.row()) && test.file().equals(outcome.file());
    }
  }

  private final String id;
  private final String title;
  private final OpenFolder folder;
  private final Logs logs;
  private final Runnable changed;
  private final List<Found.Test> tests;
  private final List<CaseResult> all = new CopyOnWriteArrayList<>();
  private final Map<CaseKey, CaseResult> cases = new LinkedHashMap<>();
  private final Map<TestCase, Workspace> workspaces = new ConcurrentHashMap<>();
  private final RunWish wish;
  private final BatchRun batches;
  private volatile Review review = Review.NONE;
  private final Instant began = Instant.now();
  private final long beganNanos = System.nanoTime();
  private volatile long tookNanos = -1;
  private volatile List<TestOutcome> outcomes = List.of();

  TestsRun(
      String id,
      String title,
      Found found,
      RunWish wish,
      OpenFolder folder,
      Logs logs,
      Runnable changed) {
    this.wish = wish;
    batches = new BatchRun(wish.options(), this, outcome -> review.of(outcome));
    this.id = id;
    this.title = title;
    this.folder = folder;
    this.logs = logs;
    this.changed = changed;
    this.tests = found.tests();
    found.broken().stream().filter(one -> wish.wants(one.key(), "")).forEach(all::add);
    tests.forEach(this::add);
  }

  private void add(Found.Test found) {
    var test = found.test();
    var file = test.file();
    workspaces.put(test, found.workspace());
    var lines = found.workspace().files().lines(file);
    var tree = StepTree.test(test.plan(), file, lines, folder::key);
    var redaction = redaction(file, found.workspace());
    for (var i = 0; i < test.rows().size(); i++) {
      var row = test.label(i);
      var result = new CaseResult(folder.key(file), test.name(), row, tree, redaction);
      all.add(result);
      cases.put(new CaseKey(test, row), result);
    }
  }

  private Redaction redaction(Path file, Workspace workspace) {
    var given = folder.mocks().variables(workspace);
    return Redaction.of(
        workspace
            .conversation(file)
            .map(one -> workspace.secretValues(one, given))
            .orElseGet(workspace::secretValues));
  }

  String id() {
    return id;
  }

  /** Runs them and waits. Blocks. */
  void run() {
    try {
      var ready = ready();
      review = Snapshots.of(ready, SnapshotUse.COMPARE, allSecrets()::in);
      outcomes = batches.run(ready, _ -> {});
    } finally {
      all.forEach(CaseResult::settle);
      tookNanos = System.nanoTime() - beganNanos;
      changed.run();
    }
  }

  private List<Batch> ready() {
    var byWorkspace = new LinkedHashMap<Workspace, List<TestCase>>();
    for (var one : tests) {
      byWorkspace.computeIfAbsent(one.workspace(), _ -> new ArrayList<>()).add(one.test());
    }
    var ready = new ArrayList<Batch>();
    byWorkspace.forEach((workspace, some) -> {
      var batch = Preparing.together(workspace, some, folder.mocks().variables(workspace));
      ready.add(wish.shuffle() ? batch.shuffled(wish.seed()) : batch);
    });
    return ready;
  }

  void cancel() {
    batches.cancel("cancelled");
  }

  boolean isOver() {
    return tookNanos >= 0;
  }

  private Optional<CaseResult> find(TestCase test, String row) {
    return Optional.ofNullable(cases.get(new CaseKey(test, row)));
  }

  @Override
  public void began(TestCase test, String row) {
    find(test, row).ifPresent(one -> one.begin(logs.begin(start(test, one), _ -> {})));
    changed.run();
  }

  private SessionStart start(TestCase test, CaseResult result) {
    var workspace = workspaces.get(test);
    var url =
        Optional.ofNullable(workspace)
            .flatMap(one -> one.conversation(test.file()))
            .flatMap(one -> one.main().url())
            .map(source -> source.text())
            .orElse("");
    return new SessionStart(
        workspace == null ? "" : folder.key(workspace.root()),
        result.key(),
        result.title(),
        url,
        workspace == null ? "" : workspace.environment().map(one -> one.name()).orElse(""),
        Instant.now());
  }

  @Override
  public void entry(TestCase test, String row, Numbered entry) {
    find(test, row).ifPresent(one -> one.entry(entry));
  }

  @Override
  public void report(TestCase test, String row, Report report) {
    find(test, row).ifPresent(one -> report(one, report));
  }

  private void report(CaseResult of, Report report) {
    switch (report) {
      case Report.StepBegan began -> {
        if (!began.background()) {
          of.steps().began(began);
          changed.run();
        }
      }
      case Report.StepEnded(var step) -> {
        if (!step.background()) {
          of.steps().ended(step);
          changed.run();
        }
      }
      case Report.Opening _, Report.Reconnecting _, Report.NotReconnecting _ -> {}
      case Report.Unsent _, Report.GivenUp _ -> {}
      case Report.Notice _, Report.Done _ -> {}
    }
  }

  @Override
  public void retried(TestOutcome outcome, int next, int retries) {
    of(outcome, one -> one.again(outcome, next, retries));
  }

  @Override
  public void ended(TestOutcome outcome) {
    if (cases.keySet().stream().noneMatch(one -> one.is(outcome))) {
      var tree = StepTree.none(outcome.file(), folder::key);
      all.add(CaseResult.around(folder.key(outcome.file()), outcome, tree, allSecrets()));
    }
    of(
        outcome,
        one -> {
          one.end(outcome);
          var _ = Thread.ofVirtual().name("parley-run").start(one::settle);
        });
  }

  private void of(TestOutcome outcome, Consumer<CaseResult> work) {
    cases.forEach((key, result) -> {
      if (key.is(outcome)) {
        work.accept(result);
      }
    });
    changed.run();
  }

  /** What a file tells of it, once it is over. */
  Optional<PageBody> report(RunReport kind, String program) {
    if (!isOver()) {
      return Optional.empty();
    }
    var took = Duration.ofNanos(tookNanos);
    var repetition = wish.options().repetition();
    var run = new RunOutcome(program, began, took, cases.size(), repetition, outcomes);
    var look = new Look(Palette.PLAIN, COLUMNS, allSecrets(), folder.root());
    return Optional.of(new PageBody.Streamed(null, out -> kind.write(run, look, out)));
  }

  private Redaction allSecrets() {
    var secrets = new HashSet<String>();
    for (var one : tests) {
      var given = folder.mocks().variables(one.workspace());
      one.workspace()
          .conversation(one.test().file())
          .ifPresent(it -> secrets.addAll(one.workspace().secretValues(it, given)));
    }
    return Redaction.of(secrets);
  }

  /** As the page has it, see {@code Run}. */
  Value toValue() {
    var took = isOver() ? tookNanos : System.nanoTime() - beganNanos;
    return Json.object()
        .put("id", id)
        .put("title", title)
        .put("state", state())
        .put("seed", Long.toString(wish.seed()))
        .put("flaky", all.stream().filter(CaseResult::isFlaky).count())
        .put("skipped", count("skipped"))
        .put("cases", all, CaseResult::toValue)
        .put("passed", count("passed"))
        .put("failed", count("failed"))
        .put("broken", count("broken"))
        .put("total", all.size())
        .put("millis", Duration.ofNanos(took).toMillis())
        .value();
  }

  private long count(String state) {
    return all.stream().filter(one -> one.is(state)).count();
  }

  private String state() {
    if (!isOver()) {
      return "running";
    }
    if (batches.isCancelled()) {
      return "cancelled";
    }
    return count("failed") > 0 ? "failed" : count("broken") > 0 ? "broken" : "passed";
  }
}
