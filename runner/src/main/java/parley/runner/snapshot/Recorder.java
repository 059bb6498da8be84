package parley.runner.snapshot;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import parley.engine.plan.Planning;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.outcome.Result;
import parley.model.outcome.TestOutcome;
import parley.model.snapshot.Ignored;
import parley.model.snapshot.Kept;
import parley.model.snapshot.Order;
import parley.model.snapshot.Snapshot;
import parley.protocol.frame.Bytes;
import parley.runner.test.Review;

/**
 * Keeps what the runs of one conversation were like, and makes a snapshot of it. Of two runs of a
 * row the second tells what differs from run to run. For one thread at a time.
 */
public final class Recorder implements Review {

  private static final List<String> STREAMS =
      List.of("$.type", "$.channel", "$.topic", "$.stream", "$.event", "$.symbol", "$.id");

  private final Path file;
  private final UnaryOperator<Bytes> redaction;
  private final Map<String, List<List<Kept>>> runs = new LinkedHashMap<>();
  private boolean cut;
  private boolean left = true;

  /**
   * For the snapshot in {@code file}.
   *
   * @param redaction takes secrets out of payloads
   */
  public Recorder(Path file, UnaryOperator<Bytes> redaction) {
    this.file = file;
    this.redaction = redaction;
  }

  /** Keeps a run that passed. */
  @Override
  public TestOutcome of(TestOutcome test) {
    left &= test.result() instanceof Result.Skipped;
    if (test.result() instanceof Result.Passed) {
      cut |= test.cut();
      runs.computeIfAbsent(test.row(), _ -> new ArrayList<>())
          .add(Observed.of(file, test.transcript(), redaction));
    }
    return test;
  }

  /** Whether all that was run of it was skipped, so that there is nothing to keep. */
  public boolean isLeft() {
    return left;
  }

  /** A first snapshot. */
  public Recorded record() {
    if (cut || runs.isEmpty()) {
      return nothing();
    }
    var bare = new Snapshot(file, new Order.AsReceived(), false, List.of(), List.of(), List.of());
    var volatility = new Volatility(planned(bare), Instant.now());
    runs.forEach((_, all) -> new RunPair(all).teach(volatility));
    volatility.settle();
    var nowhere = new Position(file, 1, 1);
    var ignored =
        volatility.sometimes().stream()
            .<Ignored>map(path -> new Ignored.At(new Source(path, nowhere)))
            .toList();
    var masked =
        new Snapshot(
            file,
            new Order.AsReceived(),
            false,
            volatility.masks(),
            ignored,
            recordings(volatility, false));
    return fresh(masked, volatility, ignored);
  }

  private Recorded.Nothing nothing() {
    return new Recorded.Nothing(
        cut
            ? "a run had more than is kept of it (%s)".formatted(SnapshotReview.LIMITS)
            : "it did not pass");
  }

  static SnapshotPlan planned(Snapshot snapshot) {
    return switch (SnapshotPlan.of(snapshot)) {
      case Planning.Planned<SnapshotPlan>(var plan) -> plan;
      case Planning.Wrong<SnapshotPlan>(var problems) ->
          throw new IllegalStateException("a mask of ours makes no sense: " + problems);
    };
  }

  private List<Snapshot.Recording> recordings(Volatility volatility, boolean more) {
    var recordings = new ArrayList<Snapshot.Recording>();
    new TreeMap<>(runs)
        .forEach((row, all) -> {
          var kept = more ? new RunPair(all).common() : all.getFirst();
          recordings.add(
              new Snapshot.Recording(
                  row,
                  kept.stream().map(one -> withMasks(one, volatility)).toList(),
                  new Position(file, 1, 1)));
        });
    return recordings;
  }

  static Kept withMasks(Kept kept, Volatility volatility) {
    return switch (kept) {
      case Kept.Message message ->
          new Kept.Message(
              message.direction(),
              message.connection(),
              message.content(),
              volatility.masks(kept),
              message.at());
      case Kept.Closed closed -> closed;
    };
  }

  /** With the strictest order that the second runs keep, too. */
  private Recorded fresh(Snapshot masked, Volatility volatility, List<Ignored> ignored) {
    for (var more : List.of(false, true)) {
      for (var order : orders()) {
        var candidate =
            new Snapshot(file, order, more, masked.masks(), ignored, recordings(volatility, more));
        if (holds(candidate)) {
          return new Recorded.Fresh(stored(candidate), notices(ignored));
        }
      }
    }
    var notices = new ArrayList<>(notices(ignored));
    notices.add(
        "two runs received different messages, which no mask can tell: look at `order`, `more` and"
            + " `ignore`");
    return new Recorded.Fresh(stored(masked), notices);
  }

  private static List<String> notices(List<Ignored> ignored) {
    return ignored.isEmpty()
        ? List.of()
        : List.of("what was there in one of two runs only is ignored: see `ignore`");
  }

  private List<Order> orders() {
    var orders = new ArrayList<Order>();
    orders.add(new Order.AsReceived());
    STREAMS.forEach(path -> orders.add(new Order.By(new Source(path, new Position(file, 1, 1)))));
    orders.add(new Order.Any());
    return orders;
  }

  private boolean holds(Snapshot candidate) {
    var plan = planned(candidate);
    return candidate.recordings().stream()
        .allMatch(recording ->
            runs.getOrDefault(recording.row(), List.of()).stream()
                .limit(2)
                .allMatch(run -> Comparison.of(plan, recording.kept(), run).isEmpty()));
  }

  /** Without what is masked, and without what is ignored. */
  private static Snapshot stored(Snapshot snapshot) {
    var plan = planned(snapshot);
    return new Snapshot(
        snapshot.file(),
        snapshot.order(),
        snapshot.more(),
        snapshot.masks(),
        snapshot.ignored(),
        snapshot.recordings().stream()
            .map(one ->
                new Snapshot.Recording(
                    one.row(),
                    one.kept().stream().map(kept -> stored(kept, plan)).toList(),
                    one.at()))
            .toList());
  }

  /** With the masks that it has. */
  static Kept stored(Kept kept, SnapshotPlan plan) {
    return kept instanceof Kept.Message message
        ? new Kept.Message(
            message.direction(),
            message.connection(),
            plan.stored(message),
            message.masks(),
            message.at())
        : kept;
  }

  /** The snapshot as it is now, beside what it was. */
  public Recorded update(SnapshotPlan before) {
    return cut || runs.isEmpty() ? nothing() : new Updating(before, runs).update();
  }
}
