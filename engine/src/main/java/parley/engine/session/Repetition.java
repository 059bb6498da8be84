package parley.engine.session;

import org.jspecify.annotations.Nullable;
import parley.engine.expression.Scope;
import parley.engine.plan.ExpressionPlan;
import parley.engine.plan.Filled;
import parley.engine.plan.RepeatPlan;
import parley.model.value.Value;

/** How often something was done, and whether it is done again. */
final class Repetition {

  private static final Value TRUE = Value.of(true);

  private final @Nullable RepeatPlan plan;
  private int done;

  /** Once, when there is no plan. */
  Repetition(@Nullable RepeatPlan plan) {
    this.plan = plan;
  }

  /** What comes next. */
  sealed interface Next {

    /** It is done, at once or after the delay. */
    record Again(long delayNanos) implements Next {}

    record End(Ending ending) implements Next {}
  }

  /** Before the first time. */
  Next first(Scope scope) {
    return plan == null ? new Next.Again(0) : unlessOver(plan, scope, 0);
  }

  /** After a time that went well. */
  Next next(Scope scope) {
    done++;
    if (plan == null) {
      return new Next.End(Ending.PASSED);
    }
    if (plan.until().isPresent()) {
      switch (truth(plan.until().get(), scope)) {
        case Filled.Of(var value) -> {
          if (value.equals(TRUE)) {
            return new Next.End(Ending.PASSED);
          }
        }
        case Filled.Faulty faulty -> {
          return broken("until", faulty);
        }
      }
    }
    return done >= plan.times()
        ? new Next.End(exhausted(plan))
        : unlessOver(plan, scope, plan.delayNanos());
  }

  private Ending exhausted(RepeatPlan of) {
    return of.until()
        .map(until ->
            Ending.failed(
                "`until` was not true after %d times: %s".formatted(done, until.source().text())))
        .orElse(Ending.PASSED);
  }

  private static Next unlessOver(RepeatPlan plan, Scope scope, long delayNanos) {
    if (plan.asLongAs().isEmpty()) {
      return new Next.Again(delayNanos);
    }
    return switch (truth(plan.asLongAs().get(), scope)) {
      case Filled.Of(var value) ->
          value.equals(TRUE) ? new Next.Again(delayNanos) : new Next.End(Ending.PASSED);
      case Filled.Faulty faulty -> broken("while", faulty);
    };
  }

  private static Filled truth(ExpressionPlan expression, Scope scope) {
    return expression.truth(scope);
  }

  private static Next broken(String key, Filled.Faulty faulty) {
    return new Next.End(Ending.broken("`%s`: %s".formatted(key, faulty.text())));
  }
}
