package parley.engine.expression;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import parley.model.value.Value;

/**
 * What constants are evaluated in: they look at nothing, except for variables that nothing changes.
 *
 * @param variables by their slots
 */
public record NoScope(Map<Integer, Value> variables) implements Scope {

  /** Without any variable. */
  public NoScope() {
    this(Map.of());
  }

  @Override
  public Optional<Value> variable(int slot) {
    return Optional.ofNullable(variables.get(slot));
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
