package parley.workbench.step;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.engine.session.Report;
import parley.model.collection.Position;
import parley.model.outcome.Nesting;
import parley.model.outcome.Numbered;
import parley.model.outcome.Result;
import parley.model.outcome.StepOutcome;
import parley.model.value.Value;
import parley.report.Redaction;
import parley.workbench.call.Json;

/**
 * One run of a conversation's steps: all of them in the order of the file, each with what it came
 * to so far; further rounds of a loop follow behind the first. Any thread may call it.
 */
public final class StepResults {

  /** The oldest rounds that passed go when there are more. */
  private static final int MAX_KEPT = 2000;

  private final StepTree tree;
  private final Redaction redaction;
  private final List<StepRun> all = new ArrayList<>(); // guarded by this, as all below
  private final Map<Integer, StepRun> byNumber = new HashMap<>();
  private final Map<StepPlace, Integer> rounds = new HashMap<>();
  private final SentMessages sent = new SentMessages();
  private int last;
  private @Nullable Ending ending;

  /** How all of it ended. */
  private record Ending(String result, String text, Duration took) {}

  /**
   * A run that has not begun.
   *
   * @param redaction takes out what no page may show
   */
  public StepResults(StepTree tree, Redaction redaction) {
    this.tree = tree;
    this.redaction = redaction;
    tree.all().forEach(place -> all.add(new StepRun(place, 1)));
  }

  /** What was on the connections, before it is told which step did it. */
  public synchronized void entry(Numbered numbered) {
    sent.add(numbered);
  }

  /** A step begins. */
  public synchronized void began(Report.StepBegan began) {
    place(began.at(), began.nesting())
        .ifPresent(place -> begin(place, began.number(), began.nesting()));
  }

  /** One file may be used several times, and what is around a step may begin where it begins. */
  private Optional<StepPlace> place(Position at, Nesting nesting) {
    var found = tree.at(at);
    var around = Optional.ofNullable(byNumber.get(nesting.parent())).map(StepRun::place);
    return found.stream()
        .filter(one -> one.parent().equals(around))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private StepRun begin(StepPlace place, int number, Nesting nesting) {
    var run =
        all.stream()
            .filter(one -> one.place().equals(place) && one.isWaiting())
            .findFirst()
            .orElseGet(() -> another(place, nesting));
    last = Math.max(last, number);
    run.begin(number, nesting.strand());
    byNumber.put(number, run);
    return run;
  }

  private StepRun another(StepPlace place, Nesting nesting) {
    var run = new StepRun(place, rounds.merge(place, 1, Integer::sum) + 1);
    if (all.size() >= MAX_KEPT) {
      forgetOne();
    }
    all.add(behind(place, nesting), run);
    return run;
  }

  /** Behind all that was done in the same run of the step around it, and in the same strand. */
  private int behind(StepPlace place, Nesting nesting) {
    var around = all.indexOf(byNumber.get(nesting.parent()));
    if (around < 0) {
      return all.size();
    }
    var end = blockEnd(around);
    for (var i = around + 1; i < end; i++) {
      var other = all.get(i);
      if (other.place().depth() == place.depth() && other.strand() > nesting.strand()) {
        return i;
      }
    }
    return end;
  }

  private int blockEnd(int start) {
    var end = start + 1;
    while (end < all.size() && all.get(end).place().depth() > all.get(start).place().depth()) {
      end++;
    }
    return end;
  }

  private void forgetOne() {
    for (var each = all.iterator(); each.hasNext(); ) {
      var run = each.next();
      if (run.outcome() != null && run.outcome().result().isGood() && run.round() > 1) {
        each.remove();
        byNumber.remove(run.number());
        return;
      }
    }
  }

  /** A step has ended, or was left out. */
  public synchronized void ended(StepOutcome outcome) {
    var run = byNumber.get(outcome.number());
    if (run == null) {
      var place = place(outcome.at(), outcome.nesting());
      if (place.isEmpty()) {
        return;
      }
      run = begin(place.get(), outcome.number(), outcome.nesting());
    }
    run.end(outcome, sends(run) ? sent.take(outcome, streams(run)) : List.of());
  }

  /** All is done: those of its steps that were not told before stand behind all others. */
  public synchronized void further(List<StepOutcome> steps) {
    var told = last;
    StepOutcome.inOrder(steps).stream()
        .filter(step -> step.number() > told && !step.background())
        .forEach(step -> {
          var run = new StepRun(tree.further(step), 1);
          run.begin(step.number(), 0);
          run.end(step, List.of());
          all.add(run);
        });
  }

  private static boolean sends(StepRun run) {
    return switch (run.place().verb()) {
      case "send", "ping", "close" -> true;
      default -> false;
    };
  }

  private static boolean streams(StepRun run) {
    return run.place().verb().equals("send");
  }

  /** All that will be done is done. */
  public synchronized void over(Result result, Duration took) {
    ending =
        switch (result) {
          case Result.Passed _ -> new Ending("passed", "", took);
          case Result.Skipped(var why) -> new Ending("passed", why, took);
          case Result.Failed(var why) -> new Ending("failed", why, took);
          case Result.Broken(var why) -> new Ending("broken", why, took);
        };
  }

  /** Somebody gave the rest up. */
  public synchronized void cancelled(Duration took) {
    ending = new Ending("cancelled", "The rest was given up.", took);
  }

  /** Whether nothing more will come. */
  public synchronized boolean isOver() {
    return ending != null;
  }

  /**
   * All steps as the page has them, see {@code StepResult}. Rows are looked for without a lock:
   * that may wait for the disk, and what happens must not wait for it.
   */
  public Value toValue(Positions positions) {
    return Value.of(toValues(positions));
  }

  /** The same, one by one. */
  public List<Value> toValues(Positions positions) {
    var found = new HashMap<Long, OptionalLong>();
    named().forEach(number -> found.computeIfAbsent(number, positions::of));
    return toValues(found);
  }

  /** The entries that are named by steps which were not told wholly yet. */
  private synchronized List<Long> named() {
    return all.stream().filter(run -> run.told() == null).flatMap(StepResultJson::named).toList();
  }

  private synchronized List<Value> toValues(Map<Long, OptionalLong> found) {
    var json =
        new StepResultJson(redaction, number -> found.getOrDefault(number, OptionalLong.empty()));
    return all.stream().map(run -> json.of(run, ending != null)).toList();
  }

  /** How it ended, see {@code Outcome}; empty while it goes on. */
  public synchronized Optional<Value> outcome() {
    return Optional.ofNullable(ending)
        .map(how -> {
          var json = Json.object().put("result", how.result());
          if (!how.text().isEmpty()) {
            json.put("text", redaction.in(how.text()));
          }
          return json.put("millis", how.took().toMillis()).value();
        });
  }
}
