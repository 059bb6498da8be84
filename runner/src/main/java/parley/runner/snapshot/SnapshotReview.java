package parley.runner.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Position;
import parley.model.outcome.CheckOutcome;
import parley.model.outcome.ConversationOutcome;
import parley.model.outcome.Nesting;
import parley.model.outcome.Result;
import parley.model.outcome.StepOutcome;
import parley.model.outcome.TestOutcome;
import parley.model.snapshot.Kept;
import parley.model.snapshot.Mask;
import parley.model.value.Value;
import parley.protocol.frame.Bytes;
import parley.runner.test.Review;

/** Compares runs that passed with a snapshot; what differs becomes a step of the outcome. */
public final class SnapshotReview implements Review {

  /** What is kept of a run at most. */
  static final String LIMITS =
      "%d entries, and %s in payloads"
          .formatted(TestOutcome.MAX_TRANSCRIPT, TestOutcome.MAX_PAYLOADS);

  /** More differences of a run are counted only. */
  private static final int MAX_CHECKS = 30;

  /** With more places that differ, a message is compared as a whole. */
  private static final int MAX_PLACES = 6;

  private final SnapshotPlan plan;
  private final UnaryOperator<Bytes> redaction;

  /**
   * Compares with that plan's snapshot.
   *
   * @param redaction takes secrets out of payloads, as they are not in the snapshot
   */
  public SnapshotReview(SnapshotPlan plan, UnaryOperator<Bytes> redaction) {
    this.plan = plan;
    this.redaction = redaction;
  }

  @Override
  public TestOutcome of(TestOutcome test) {
    if (!(test.result() instanceof Result.Passed)) {
      return test;
    }
    var recording = plan.snapshot().recording(test.row());
    if (recording.isEmpty()) {
      return test;
    }
    var at = recording.get().at();
    if (test.cut()) {
      return with(test, at, new Result.Broken(TOO_LONG), List.of());
    }
    var observed = Observed.of(plan.snapshot().file(), test.transcript(), redaction);
    var differences = Comparison.of(plan, recording.get().kept(), observed);
    var all = differences.stream().flatMap(one -> checks(one, at).stream()).toList();
    var checks = shown(all, at);
    return with(test, at, result(checks), checks);
  }

  private static final String TOO_LONG =
      "the run had more than is kept of it (%s), so it cannot be compared with its snapshot"
          .formatted(LIMITS);

  /** Those that are shown, and how many more there are. */
  private static List<CheckOutcome> shown(List<CheckOutcome> all, Position at) {
    if (all.size() <= MAX_CHECKS) {
      return all;
    }
    var shown = new ArrayList<>(all.subList(0, MAX_CHECKS));
    var more = all.size() - MAX_CHECKS;
    shown.add(check(at, "and %d more".formatted(more), "nothing more", more + " differences"));
    return shown;
  }

  private static Result result(List<CheckOutcome> checks) {
    if (checks.isEmpty()) {
      return new Result.Passed();
    }
    var first = checks.getFirst();
    return new Result.Failed(
        "%s: expected %s, found %s".formatted(first.subject(), first.expected(), first.found()));
  }

  private static TestOutcome with(
      TestOutcome test, Position at, Result result, List<CheckOutcome> checks) {
    var steps = new ArrayList<>(test.outcome().steps());
    var took = test.outcome().took();
    var number = steps.stream().mapToInt(StepOutcome::number).max().orElse(0) + 1;
    steps.add(
        new StepOutcome(
            number,
            "snapshot",
            null,
            at,
            "",
            Nesting.NONE,
            false,
            took,
            took,
            result,
            false,
            1,
            checks,
            List.of(),
            null,
            null));
    var outcome = new ConversationOutcome(result, took, steps);
    return test.ending(outcome);
  }

  private List<CheckOutcome> checks(Difference difference, Position at) {
    return switch (difference) {
      case Difference.Changed(var expected, var place, var found) ->
          changed(expected, place, found);
      case Difference.Missing(var expected, var place) ->
          List.of(
              check(
                  expected.at(),
                  subject(expected, place),
                  Plain.of(expected).shown(),
                  "nothing such"));
      case Difference.Additional(var found, var place) ->
          List.of(check(at, subject(found, place), "nothing more", Plain.of(found).shown()));
      case Difference.Moved(var expected, var place, _, var now) ->
          List.of(
              check(
                  expected.at(),
                  subject(expected, place),
                  Plain.of(expected).shown(),
                  "it as message " + now));
    };
  }

  private static String subject(Kept kept, int place) {
    var on = kept.connection().isEmpty() ? "" : " on " + kept.connection();
    return "message " + place + on;
  }

  private List<CheckOutcome> changed(Kept expected, int place, Kept found) {
    var was = plan.expected(expected);
    var is = plan.found(found, expected);
    var subject = subject(expected, place);
    if (was.form() != Plain.Form.JSON || is.form() != Plain.Form.JSON) {
      return List.of(check(expected.at(), subject, was.shown(), is.shown()));
    }
    var places = ValueDifference.of(was.value(), is.value());
    return places.size() > MAX_PLACES
        ? List.of(check(expected.at(), subject, "equals " + was.shown(), is.shown()))
        : places.stream().map(one -> check(expected.at(), subject, one)).toList();
  }

  private static CheckOutcome check(Position at, String subject, ValueDifference difference) {
    var found = difference.foundOrNull();
    return check(
        at,
        subject + ", " + difference.path(),
        expected(difference.expectedOrNull()),
        found == null ? "nothing" : Plain.shown(found));
  }

  private static String expected(@Nullable Value value) {
    if (value == null) {
      return "nothing";
    }
    return Plain.wordOf(value)
        .map(word ->
            Mask.Kind.of(word).map(Mask.Kind::phrase).orElse("a text that matches its mask"))
        .orElseGet(() -> "equals " + Plain.shown(value));
  }

  private static CheckOutcome check(Position at, String subject, String expected, String found) {
    return new CheckOutcome(at, subject, expected, found, CheckOutcome.Verdict.FAILS);
  }
}
