package parley.workbench.run;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import parley.model.outcome.Numbered;
import parley.model.outcome.TestOutcome;
import parley.model.value.Value;
import parley.report.Redaction;
import parley.workbench.call.Json;
import parley.workbench.log.LiveLog;
import parley.workbench.step.StepResults;
import parley.workbench.step.StepTree;

/**
 * One run of one conversation, with one row of its data: it waits, runs, and ends. Any thread may
 * call it.
 */
final class CaseResult {

  private final String key;
  private final String name;
  private final String row;
  private final Redaction redaction;
  private final StepTree tree;
  private volatile StepResults steps;
  private volatile @Nullable LiveLog log;
  private volatile @Nullable Value told;
  private String state = "waiting"; // guarded by this, as all below
  private String text = "";
  private @Nullable Long millis;
  private @Nullable String session;
  private int tries = 1;
  private boolean flaky;

  CaseResult(String key, String name, String row, StepTree tree, Redaction redaction) {
    this.key = key;
    this.name = name;
    this.row = row;
    this.redaction = redaction;
    this.tree = tree;
    this.steps = new StepResults(tree, redaction);
  }

  /** One that cannot be run, and why. */
  static CaseResult broken(String key, String name, String why) {
    var result = new CaseResult(key, name, "", StepTree.NONE, Redaction.NONE);
    result.state = "broken";
    result.text = why;
    return result;
  }

  /** What was done around tests, and did not end well. */
  static CaseResult around(String key, TestOutcome outcome, StepTree tree, Redaction redaction) {
    var result = new CaseResult(key, outcome.name(), outcome.row(), tree, redaction);
    result.end(outcome);
    return result;
  }

  String key() {
    return key;
  }

  String title() {
    return row.isEmpty() ? name : name + " (" + row + ")";
  }

  StepResults steps() {
    return steps;
  }

  /** It runs, perhaps again: then the log of the try before is there already. */
  synchronized void begin(LiveLog into) {
    var before = log;
    if (before != null) {
      var _ = Thread.ofVirtual().name("parley-run").start(before::close);
    }
    state = "running";
    log = into;
    session = into.session();
  }

  /** Never waits for the disk, as the other tests would wait with it. */
  void entry(Numbered entry) {
    var into = log;
    if (into != null) {
      into.append(entry);
    }
    steps.entry(entry);
  }

  /** It did not pass, and is run again: what comes is of the next try. */
  synchronized void again(TestOutcome outcome, int next, int retries) {
    text =
        redaction.in(
            "try %d of %d; before: %s".formatted(next + 1, retries + 1, outcome.result().why()));
    tries = next + 1;
    steps = new StepResults(tree, redaction);
  }

  /** Takes the outcome. */
  synchronized void end(TestOutcome outcome) {
    state = outcome.result().word();
    flaky = outcome.isFlaky();
    tries = outcome.tries();
    text = redaction.in(outcome.result().why());
    millis = outcome.outcome().took().toMillis();
    steps.further(outcome.outcome().steps());
    steps.over(outcome.result(), outcome.outcome().took());
  }

  /** Writes what is left of its messages; from now on it is as it is. Blocks. */
  synchronized void settle() {
    if (state.equals("waiting")) {
      state = "skipped";
      text = "The run ended before it began.";
    } else if (state.equals("running")) {
      state = "broken";
      text = "The run ended before it did.";
    }
    told = toValue();
    var into = log;
    log = null;
    if (into != null) {
      into.close();
    }
  }

  /** Whether it passed only when it was run again. */
  synchronized boolean isFlaky() {
    return flaky;
  }

  synchronized boolean is(String one) {
    return state.equals(one);
  }

  /** As the page has it, see {@code RunCase}. May wait for the disk. */
  Value toValue() {
    var known = told;
    if (known != null) {
      return known;
    }
    var into = log;
    var all = steps.toValue(number -> into == null ? OptionalLong.empty() : into.position(number));
    return brief().put("steps", all).value();
  }

  private synchronized Json.Fields brief() {
    var json = Json.object().put("path", key).put("name", name).put("state", state);
    json.putText("row", Optional.of(row).filter(one -> !one.isEmpty()));
    json.putText("text", Optional.of(text).filter(one -> !one.isEmpty()));
    json.putText("session", Optional.ofNullable(session));
    if (tries > 1) {
      json.put("tries", tries).put("flaky", flaky);
    }
    Optional.ofNullable(millis).ifPresent(time -> json.put("millis", time));
    return json;
  }
}
