package parley.engine.expression;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import parley.model.value.Value;

/** What constants are evaluated in: they look at nothing. */
public record NoScope() implements Scope {

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
