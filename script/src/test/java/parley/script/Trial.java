package parley.script;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import parley.engine.plan.ScriptPlan;
import parley.engine.plan.StepPlan;
import parley.engine.session.ScriptAnswer;
import parley.engine.session.ScriptCall;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;

/** Scripts as a session has them done. */
final class Trial {

  /** Shared: what one script leaves behind is what the next one would find. */
  private static final ScriptPool POOL = new ScriptPool();

  private Trial() {}

  static ScriptAnswer of(String code) {
    return of(code, "{}", Duration.ofSeconds(20));
  }

  /** With what the moment gives, as JSON. */
  static ScriptAnswer of(String code, String given) {
    return of(code, given, Duration.ofSeconds(20));
  }

  static ScriptAnswer of(String code, String given, Duration limit) {
    return of(POOL, code, given, limit);
  }

  static ScriptAnswer of(ScriptPool pool, String code, String given, Duration limit) {
    var source = new Source(code, new Position(Path.of("shop/a.ws.yaml"), 10, 13), 6);
    var call =
        new ScriptCall(
            new ScriptPlan(code, source, null),
            StepPlan.Script.Moment.STEP,
            Set.of("a", "b", "big"),
            Map.of("a", Value.of(1), "big", value("[12345678901234567890, 1.10]")),
            value(given),
            7,
            limit);
    var answer = new CompletableFuture<ScriptAnswer>();
    pool.run(call, answer::complete);
    return answer.orTimeout(30, TimeUnit.SECONDS).join();
  }

  static Value value(String json) {
    return ((JsonReading.Read) JsonReader.read(json)).value();
  }

  /** The checks that do not hold, a line each. */
  static List<String> misses(String code) {
    return of(code).checks().stream()
        .filter(one -> !one.holds())
        .map(one ->
            "%d: %s: %s, found %s"
                .formatted(one.at().line(), one.subject(), one.expected(), one.found()))
        .toList();
  }
}
