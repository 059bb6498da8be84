package parley.cli.talk;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.protocol.endpoint.CloseStatus;

/**
 * When a conversation in a pipe is over.
 *
 * @param count end after this many messages; 0 for no such end
 * @param expectOrNull end after a message in which this is found
 * @param timeoutOrNull how long it may last once open; null for ever
 * @param maxTimeOrNull how long it may last from the start, connecting included; null for ever
 * @param lingerOrNull how long to wait for another message when all is sent; null for the rule of
 *     {@link Talk}
 * @param noClose stay until the peer closes
 * @param closing what the Close frame says
 */
public record TalkSpec(
    int count,
    @Nullable Pattern expectOrNull,
    @Nullable Duration timeoutOrNull,
    @Nullable Duration maxTimeOrNull,
    @Nullable Duration lingerOrNull,
    boolean noClose,
    CloseStatus closing) {

  /** Without --timeout, what is expected must come within this time. */
  public static final Duration EXPECTATION_TIMEOUT = Duration.ofSeconds(30);

  /** Whether certain messages end it, so that silence does not. */
  boolean expects() {
    return count > 0 || expectOrNull != null;
  }

  Optional<Pattern> expect() {
    return Optional.ofNullable(expectOrNull);
  }

  public Optional<Duration> timeout() {
    return Optional.ofNullable(timeoutOrNull);
  }

  public Optional<Duration> maxTime() {
    return Optional.ofNullable(maxTimeOrNull);
  }

  Optional<Duration> linger() {
    return Optional.ofNullable(lingerOrNull);
  }
}
