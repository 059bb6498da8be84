package parley.cli.prompt;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import parley.cli.hand.HandFile;
import parley.model.outcome.ConversationOutcome;
import parley.model.outcome.Numbered;
import parley.model.outcome.Result;
import parley.model.outcome.StepOutcome;
import parley.model.outcome.TestFacts;
import parley.model.outcome.TestOutcome;
import parley.model.transcript.Entry;
import parley.report.Amounts;
import parley.report.test.Look;
import parley.report.test.TestText;

/** One {@code /run}: each step as it ends, then what all of them came to. Any thread. */
final class StepsShown {

  private final HandFile file;
  private final TestText text;
  private final Entries.Sink sink;
  private final Instant began = Instant.now();
  private final Deque<Numbered> transcript = new ArrayDeque<>();
  private final List<StepOutcome> steps = new ArrayList<>();

  StepsShown(HandFile file, Look look, Entries.Sink sink) {
    this.file = file;
    this.text = TestText.of(look, List.of(file.name()));
    this.sink = sink;
  }

  /** Keeps what failures are shown with. */
  synchronized void entry(Numbered entry) {
    if (entry.entry() instanceof Entry.Frame) {
      return;
    }
    transcript.add(entry);
    if (transcript.size() > TestOutcome.MAX_TRANSCRIPT) {
      transcript.remove();
    }
  }

  /** A step of the file has ended. */
  synchronized void ended(StepOutcome step) {
    var outer = raised(step);
    steps.add(outer);
    sink.show(text.step(test(new Result.Passed(), Duration.ZERO), outer), 0);
  }

  /** All have. */
  synchronized void over(StepOutcome all) {
    var took = all.ended().minus(all.began());
    sink.show(all.result().isGood() ? passed(took) : text.failure(test(all.result(), took)), 0);
  }

  private String passed(Duration took) {
    var done = steps.stream().filter(step -> step.result() instanceof Result.Passed).count();
    return "    the steps passed: %d of %d in %s\n"
        .formatted(done, steps.size(), Amounts.duration(took));
  }

  private TestOutcome test(Result result, Duration took) {
    return new TestOutcome(
        file.path(),
        file.name(),
        "",
        TestFacts.NONE,
        began,
        0,
        new ConversationOutcome(result, took, steps),
        List.copyOf(transcript));
  }

  /** Out of the group that all of them stand in. */
  private static StepOutcome raised(StepOutcome step) {
    return new StepOutcome(
        step.number(),
        step.label(),
        step.idOrNull(),
        step.at(),
        step.connection(),
        step.nesting().raised(),
        step.background(),
        step.began(),
        step.ended(),
        step.result(),
        step.soft(),
        step.tries(),
        step.checks(),
        step.extracted(),
        step.sawOrNull(),
        step.latencyOrNull());
  }
}
