package parley.workspace.snapshot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import parley.engine.plan.Planning;
import parley.model.outcome.Result;
import parley.model.outcome.TestOutcome;
import parley.model.snapshot.Snapshot;
import parley.protocol.frame.Bytes;
import parley.runner.snapshot.Recorded;
import parley.runner.snapshot.Recorder;
import parley.runner.snapshot.SnapshotPlan;
import parley.runner.snapshot.SnapshotReview;
import parley.runner.test.Review;
import parley.runner.test.TestCase;
import parley.workspace.test.Batch;

/**
 * The snapshots of the tests of a run. What is to be kept is seen in two runs: what differs is
 * masked. For the thread of the runs, and after them for one other.
 */
public final class Snapshots implements Review {

  private static final int MAX_ROWS = 4;

  private final UnaryOperator<Bytes> redaction;
  private final Map<Path, Review> reviews = new HashMap<>();
  private final Map<Path, SnapshotPlan> plans = new HashMap<>();
  private final Map<Path, Recorder> recorders = new LinkedHashMap<>();
  private final Map<Path, Set<String>> missing = new LinkedHashMap<>();

  private Snapshots(UnaryOperator<Bytes> redaction) {
    this.redaction = redaction;
  }

  /**
   * Those of these tests.
   *
   * @param redaction takes secrets out of payloads: they are neither kept nor compared
   */
  public static Snapshots of(List<Batch> batches, SnapshotUse use, UnaryOperator<Bytes> redaction) {
    var snapshots = new Snapshots(redaction);
    for (var batch : batches) {
      var files = batch.workspace().files();
      for (var test : batch.tests()) {
        files.snapshot(test.file()).ifPresent(one -> snapshots.plan(test, one));
        snapshots.add(test, use);
      }
    }
    return snapshots;
  }

  private void plan(TestCase test, Snapshot snapshot) {
    if (SnapshotPlan.of(snapshot) instanceof Planning.Planned<SnapshotPlan>(var plan)) {
      plans.put(test.file(), plan);
    }
  }

  private void add(TestCase test, SnapshotUse use) {
    var file = test.file();
    var plan = plans.get(file);
    var recorder = new Recorder(Snapshot.of(file), redaction);
    if (use == (plan == null ? SnapshotUse.RECORD : SnapshotUse.UPDATE)) {
      recorders.put(file, recorder);
      reviews.put(file, recorder);
    } else if (plan != null) {
      var comparing = new SnapshotReview(plan, redaction);
      reviews.put(
          file,
          outcome ->
              plan.hasRecording(outcome.row())
                  ? comparing.of(outcome)
                  : withoutRecording(outcome, use, recorder));
    }
  }

  /** What came to the data since, and passed. */
  private TestOutcome withoutRecording(TestOutcome outcome, SnapshotUse use, Recorder recorder) {
    if (!(outcome.result() instanceof Result.Passed)) {
      return outcome;
    }
    if (use == SnapshotUse.RECORD) {
      recorders.put(outcome.file(), recorder);
      return recorder.of(outcome);
    }
    missing.computeIfAbsent(outcome.file(), _ -> new TreeSet<>()).add(outcome.row());
    return outcome;
  }

  @Override
  public TestOutcome of(TestOutcome outcome) {
    return reviews.getOrDefault(outcome.file(), Review.NONE).of(outcome);
  }

  /** After a run: whether a second one would tell what differs from run to run. */
  public boolean wantSecondRun() {
    return recorders.entrySet().stream().anyMatch(one -> isOther(one.getKey(), one.getValue()));
  }

  private boolean isOther(Path file, Recorder recorder) {
    return switch (recorded(file, recorder)) {
      case Recorded.Fresh _, Recorded.Changed _ -> true;
      case Recorded.Same _, Recorded.Nothing _ -> false;
    };
  }

  private Recorded recorded(Path file, Recorder recorder) {
    var plan = plans.get(file);
    try {
      return plan == null ? recorder.record() : recorder.update(plan);
    } catch (RuntimeException | StackOverflowError fault) {
      return new Recorded.Nothing(SnapshotFile.textOf(fault));
    }
  }

  /**
   * Writes what is to be kept, each file at once and whole; tells what is missing. Nothing is said
   * of tests that skipped themselves. Blocks.
   */
  public List<Saved> save() {
    var saved = new ArrayList<Saved>();
    recorders.forEach((file, recorder) -> {
      if (!recorder.isLeft()) {
        saved.add(SnapshotFile.save(Snapshot.of(file), recorded(file, recorder)));
      }
    });
    missing.forEach((file, rows) ->
        saved.add(new Saved(Snapshot.of(file), Saved.State.INCOMPLETE, textOf(rows), List.of())));
    return saved;
  }

  private static String textOf(Set<String> rows) {
    var some = rows.stream().filter(row -> !row.isEmpty()).limit(MAX_ROWS).toList();
    var more = rows.size() > MAX_ROWS ? " and %d more".formatted(rows.size() - MAX_ROWS) : "";
    var of = some.isEmpty() ? "" : " of " + String.join(", ", some) + more;
    return "it has no recording" + of + "; --record adds it";
  }
}
