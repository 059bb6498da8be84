package parley.engine.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.engine.plan.CorrelationPlan;
import parley.engine.plan.Filled;
import parley.engine.plan.MessageSight;
import parley.model.value.Value;

/** What was sent and waits for its answer, by the value that both have. */
final class Correlations {

  /** How many sent messages wait for answers; the oldest are forgotten. */
  private static final int MAX_WAITING = 10_000;

  private final List<CorrelationPlan> plans;
  private final List<Map<Value, Long>> sent = new ArrayList<>(0);

  Correlations(List<CorrelationPlan> plans) {
    this.plans = plans;
    plans.forEach(_ -> sent.add(new LinkedHashMap<>()));
  }

  /** A message goes out whose answer a receive will want. */
  void sent(int correlation, Held message, long atNanos, Strand strand, Link link) {
    var sight = strand.session().sight().at(message, strand.locals(), link);
    value(correlation, sight).ifPresent(value -> remember(sent.get(correlation), value, atNanos));
  }

  private static void remember(Map<Value, Long> waiting, Value value, long atNanos) {
    if (waiting.size() >= MAX_WAITING) {
      waiting.remove(waiting.keySet().iterator().next());
    }
    waiting.put(value, atNanos);
  }

  /** Whether the message answers one that was sent. */
  boolean answers(int correlation, MessageSight message) {
    return value(correlation, message).filter(sent.get(correlation)::containsKey).isPresent();
  }

  /** When the message that it answers was to be sent; each is answered once. */
  Optional<Long> answered(int correlation, MessageSight message) {
    return value(correlation, message)
        .flatMap(value -> Optional.ofNullable(sent.get(correlation).remove(value)));
  }

  private Optional<Value> value(int correlation, MessageSight sight) {
    return plans.get(correlation).by().evaluate(sight.scope()) instanceof Filled.Of(var value)
        ? Optional.of(value)
        : Optional.empty();
  }
}
