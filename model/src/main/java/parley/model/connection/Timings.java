package parley.model.connection;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long each stage took. A stage that was not reached, or not needed, has no time; one that
 * failed has the time up to the failure.
 *
 * @param tcpOrNull all addresses that were tried
 * @param upgradeOrNull from the request to the whole head of the answer
 * @param total from the beginning to the outcome
 */
public record Timings(
    @Nullable Duration dnsOrNull,
    @Nullable Duration tcpOrNull,
    @Nullable Duration tlsOrNull,
    @Nullable Duration upgradeOrNull,
    Duration total) {

  public static final Timings NONE = new Timings(null, null, null, null, Duration.ZERO);

  public Optional<Duration> dns() {
    return Optional.ofNullable(dnsOrNull);
  }

  public Optional<Duration> tcp() {
    return Optional.ofNullable(tcpOrNull);
  }

  public Optional<Duration> tls() {
    return Optional.ofNullable(tlsOrNull);
  }

  public Optional<Duration> upgrade() {
    return Optional.ofNullable(upgradeOrNull);
  }

  /** The time of one stage. */
  public Optional<Duration> of(Stage stage) {
    return switch (stage) {
      case DNS -> dns();
      case TCP -> tcp();
      case TLS -> tls();
      case UPGRADE -> upgrade();
    };
  }

  /** The same with {@code time} for {@code stage}. */
  public Timings with(Stage stage, Duration time) {
    return switch (stage) {
      case DNS -> new Timings(time, tcpOrNull, tlsOrNull, upgradeOrNull, total);
      case TCP -> new Timings(dnsOrNull, time, tlsOrNull, upgradeOrNull, total);
      case TLS -> new Timings(dnsOrNull, tcpOrNull, time, upgradeOrNull, total);
      case UPGRADE -> new Timings(dnsOrNull, tcpOrNull, tlsOrNull, time, total);
    };
  }

  public Timings withTotal(Duration changed) {
    return new Timings(dnsOrNull, tcpOrNull, tlsOrNull, upgradeOrNull, changed);
  }
}
