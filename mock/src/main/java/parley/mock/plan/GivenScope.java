package parley.mock.plan;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import parley.engine.expression.Names;
import parley.engine.expression.Scope;
import parley.engine.expression.Subject;
import parley.engine.plan.Given;
import parley.model.value.Value;

/**
 * What the place where a mock listens is evaluated in: only what comes from outside of its file.
 */
record GivenScope(Names names, Map<String, Value> values) implements Scope {

  static GivenScope of(Given given) {
    var environment = new LinkedHashMap<String, Value>();
    given.secrets().forEach((name, text) -> environment.put(name, Value.of(text)));
    given.environment().forEach((name, text) -> environment.put(name, Value.of(text)));
    var values = new LinkedHashMap<String, Value>();
    given.secrets().forEach((name, text) -> values.put(name, Value.of(text)));
    values.put("env", Value.of(environment));
    values.putAll(given.variables());
    return new GivenScope(Names.of(values.keySet().toArray(String[]::new)), values);
  }

  @Override
  public Optional<Value> variable(int slot) {
    return Optional.ofNullable(values.get(names.variables().get(slot)));
  }

  @Override
  public Subject subject() {
    return new Subject();
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public RandomGenerator random() {
    return new SplittableRandom();
  }
}
