package parley.engine.plan;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import parley.engine.expression.Scope;
import parley.engine.expression.Subject;
import parley.model.value.Value;

/** What constants are evaluated in: they ask for nothing. */
record NoScope() implements Scope {

  @Override
  public Optional<Value> variable(int slot) {
    return Optional.empty();
  }

  @Override
  public Subject subject() {
    return new Subject();
  }

  @Override
  public Instant now() {
    return Instant.EPOCH;
  }

  @Override
  public RandomGenerator random() {
    throw new IllegalStateException("a constant takes no chance");
  }
}
