package parley.engine.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.outcome.CheckOutcome;
import parley.model.outcome.Extracted;
import parley.model.outcome.Saw;
import parley.model.value.Value;

/** What a step finds out on its way, for its outcome. */
final class Findings {

  /** How many checks of a step that is repeated are kept, the newest. */
  private static final int MAX_CHECKS = 1000;

  private final List<CheckOutcome> checks = new ArrayList<>(0);
  private final List<Extracted> extracted = new ArrayList<>(0);
  private @Nullable Saw saw;
  private @Nullable Duration latency;
  private @Nullable String label;

  /** A new try begins. */
  void clear() {
    checks.clear();
    extracted.clear();
    saw = null;
    latency = null;
    label = null;
  }

  /** Adds checks, and says how a step with them ends. */
  Ending judge(List<CheckOutcome> outcomes) {
    checks.addAll(outcomes);
    if (checks.size() > MAX_CHECKS) {
      checks.subList(0, checks.size() - MAX_CHECKS).clear();
    }
    var bad = outcomes.stream().filter(one -> !one.holds()).toList();
    if (bad.isEmpty()) {
      return Ending.PASSED;
    }
    var text = text(bad.getFirst()) + (bad.size() > 1 ? ", and " + (bad.size() - 1) + " more" : "");
    return bad.stream().anyMatch(one -> one.verdict() == CheckOutcome.Verdict.BROKEN)
        ? Ending.broken(text)
        : Ending.failed(text);
  }

  private static String text(CheckOutcome check) {
    return check.message().map(message -> message + ": ").orElse("")
        + "%s: expected %s, found %s".formatted(check.subject(), check.expected(), check.found());
  }

  void extracted(String name, Value value) {
    extracted.removeIf(one -> one.name().equals(name));
    extracted.add(new Extracted(name, value));
  }

  void saw(Saw seen) {
    saw = seen;
  }

  void latency(Duration time) {
    latency = time;
  }

  /** What people call the step, now that it is done. */
  void label(String text) {
    label = text;
  }

  Optional<String> label() {
    return Optional.ofNullable(label);
  }

  List<CheckOutcome> checks() {
    return checks;
  }

  List<Extracted> extracted() {
    return extracted;
  }

  @Nullable Saw saw() {
    return saw;
  }

  @Nullable Duration latency() {
    return latency;
  }
}
