package parley.mock.fault;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import parley.model.collection.DurationRange;
import parley.model.collection.Mock.Fault;

/**
 * What goes wrong on purpose with the messages of an endpoint.
 *
 * @param drops the shares that are lost, each of what the ones before leave
 * @param delays how long each message is held back, added up
 */
public record Faults(List<BigDecimal> drops, List<DurationRange> delays) {

  public static final Faults NONE = new Faults(List.of(), List.of());

  public Faults {
    drops = List.copyOf(drops);
    delays = List.copyOf(delays);
  }

  public static Faults of(List<Fault> faults) {
    return new Faults(
        faults.stream()
            .filter(Fault.Drop.class::isInstance)
            .map(fault -> ((Fault.Drop) fault).share())
            .toList(),
        faults.stream()
            .filter(Fault.Delay.class::isInstance)
            .map(fault -> ((Fault.Delay) fault).time())
            .toList());
  }

  public boolean isNone() {
    return drops.isEmpty() && delays.isEmpty();
  }

  /** Whether the next message is lost. */
  boolean drops(RandomGenerator random) {
    // Each share takes its number, so that the numbers after do not depend on the outcome.
    return drops.stream().filter(share -> random.nextDouble() < share.doubleValue()).count() > 0;
  }

  /** How long the next message is held back. */
  Duration delay(RandomGenerator random) {
    return delays.stream()
        .map(range -> within(range, random))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration within(DurationRange range, RandomGenerator random) {
    var width = range.longest().minus(range.shortest()).toNanos();
    return range.shortest().plusNanos(random.nextLong(width + 1));
  }
}
