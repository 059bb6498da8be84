package parley.engine.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.engine.expression.Scope;
import parley.model.collection.Position;

/** Fills the keys of one connection: the first fault counts, and notices are gathered. */
final class Filling {

  private final Scope scope;
  private final List<String> notices = new ArrayList<>();
  private Connecting.@Nullable Faulty fault;

  Filling(Scope scope) {
    this.scope = scope;
  }

  /** What {@code plan} comes to; something else where it cannot be filled. */
  String text(TemplatePlan plan) {
    return switch (plan.text(scope)) {
      case Filled.Of filled -> filled.text();
      case Filled.Faulty faulty -> {
        fault(faulty.at(), faulty.text());
        yield "";
      }
    };
  }

  /** The same for what stands in a head, which ends with its line. */
  String line(TemplatePlan plan) {
    var text = text(plan);
    if (!isLine(text)) {
      fault(
          plan.source().at(),
          "found a line break or NUL in `%s`, expected one line: no header can hold them"
              .formatted(plan));
      return "";
    }
    return text;
  }

  /** Whether a head can hold it. */
  static boolean isLine(String text) {
    return text.chars().noneMatch(c -> c == '\r' || c == '\n' || c == '\0');
  }

  /** The time of day. */
  Instant now() {
    return scope.now();
  }

  void fault(Position at, String text) {
    if (fault == null) {
      fault = new Connecting.Faulty(at, text);
    }
  }

  void notice(String text) {
    notices.add(text);
  }

  List<String> notices() {
    return notices;
  }

  Optional<Connecting.Faulty> fault() {
    return Optional.ofNullable(fault);
  }
}
