package parley.runner.test;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.model.outcome.Result;
import parley.model.outcome.TestOutcome;
import parley.model.value.Value;

/** One thing to be done in a run of tests: a run of a test, or what goes around some. */
final class Errand {

  static final Comparator<Errand> IN_ORDER = Comparator.comparingLong(one -> one.order);

  enum Kind {
    BEFORE,
    TEST,
    AFTER
  }

  /** How it stands with a folder that has hooks. */
  static final class Around {

    private final @Nullable Around outer;
    private Map<String, Value> values = Map.of();
    private @Nullable String broken;
    private boolean begun;

    Around(@Nullable Around outer) {
      this.outer = outer;
    }

    /** Why nothing in the folder can be run. */
    Optional<String> broken() {
      return broken == null && outer != null ? outer.broken() : Optional.ofNullable(broken);
    }

    private Map<String, Value> all() {
      var all = new HashMap<String, Value>(outer == null ? Map.of() : outer.all());
      all.putAll(values);
      return all;
    }
  }

  /** How it stands with files that are run one after the other. */
  static final class Chain {

    private final Map<String, Value> values = new HashMap<>();
    private @Nullable String broken;
  }

  /** What is to be done about it. */
  sealed interface Decision {

    record Perform(CaseRun run) implements Decision {}

    /** It is not run; a test comes to that. */
    record Leave(Result result) implements Decision {}
  }

  private final Kind kind;
  private final long order;
  private final @Nullable CaseRun run;
  private final @Nullable Around around;
  private final @Nullable Chain chain;
  private final List<Errand> next = new ArrayList<>(1);
  private final List<TestOutcome> earlier = new ArrayList<>(0);
  private int waitsFor;

  Errand(
      Kind kind,
      long order,
      @Nullable CaseRun run,
      @Nullable Around around,
      @Nullable Chain chain) {
    this.kind = kind;
    this.order = order;
    this.run = run;
    this.around = around;
    this.chain = chain;
  }

  Kind kind() {
    return kind;
  }

  /** Its place among all. */
  long order() {
    return order;
  }

  Optional<CaseRun> run() {
    return Optional.ofNullable(run);
  }

  /** It is not begun before another one has ended. */
  void waitFor(Errand other) {
    other.next.add(this);
    waitsFor++;
  }

  boolean waits() {
    return waitsFor > 0;
  }

  /** Those that wait for nothing any more since this one has ended. */
  List<Errand> released() {
    return next.stream().filter(one -> --one.waitsFor == 0).toList();
  }

  /** The tries before the one at hand. */
  List<TestOutcome> earlier() {
    return earlier;
  }

  /**
   * Its turn has come.
   *
   * @param stopped why nothing more is begun; empty while all goes on
   */
  Decision decide(Optional<String> stopped) {
    return switch (kind) {
      case BEFORE -> before(stopped);
      case TEST ->
          stopped
              .<Decision>map(why -> new Decision.Leave(new Result.Skipped(TestRun.NOT_BEGUN + why)))
              .or(() -> spoiled().map(Decision.Leave::new))
              .orElseGet(this::perform);
      case AFTER -> around != null && around.begun ? perform() : left();
    };
  }

  private Decision before(Optional<String> stopped) {
    if (around == null || stopped.isPresent() || around.broken().isPresent()) {
      return left();
    }
    around.begun = true;
    return perform();
  }

  private Optional<Result> spoiled() {
    var above = Optional.ofNullable(around).flatMap(Around::broken);
    return above
        .<Result>map(Result.Broken::new)
        .or(() ->
            Optional.ofNullable(chain)
                .flatMap(one -> Optional.ofNullable(one.broken))
                .map(Result.Skipped::new));
  }

  private Decision perform() {
    return run == null
        ? left()
        : new Decision.Perform(
            run.handed(around == null ? Map.of() : around.all())
                .handed(chain == null ? Map.of() : chain.values));
  }

  private static Decision left() {
    return new Decision.Leave(new Result.Passed());
  }

  /**
   * It was performed.
   *
   * @param values of the variables at its end
   */
  void ended(TestOutcome outcome, Map<String, Value> values) {
    var good = outcome.result().isGood();
    var brought = brought(values);
    if (kind == Kind.BEFORE && around != null) {
      around.values = good ? brought : Map.of();
      around.broken = good ? null : outcome.name() + " did not pass: " + outcome.result().why();
    }
    if (kind == Kind.TEST && chain != null) {
      chain.values.putAll(brought);
      chain.broken =
          good ? chain.broken : outcome.name() + " did not pass, and this one goes on from it";
    }
  }

  private Map<String, Value> brought(Map<String, Value> values) {
    Set<String> names = run == null ? Set.of() : run.test().brings();
    return values.entrySet().stream()
        .filter(one -> names.contains(one.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
