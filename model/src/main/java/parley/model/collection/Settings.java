package parley.model.collection;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.connection.KeepAlive;
import parley.model.connection.Route;
import parley.protocol.frame.ByteSize;

/**
 * Limits and habits of a connection.
 *
 * @param connectTimeout bounds everything up to the last answer's head; 1 s to 300 s
 * @param reconnect after a connection is lost
 * @param pingOrNull pings that Parley sends by itself
 * @param maxMessage the largest message accepted, inflated
 * @param inbox what is kept of the messages received
 * @param followRedirects how many refusals that name another place are followed; zero for none
 * @param cookies whether cookies that servers set are kept for the later connections of a run
 * @param autoPong whether pings are answered
 * @param closeTimeout how long the peer may take over the end
 * @param route by which addresses and sockets the server is reached; proxies are no part of it
 */
public record Settings(
    Duration connectTimeout,
    Reconnect reconnect,
    @Nullable KeepAlive pingOrNull,
    ByteSize maxMessage,
    Inbox inbox,
    int followRedirects,
    boolean cookies,
    boolean autoPong,
    Duration closeTimeout,
    Route route) {

  /** The pings that keep a connection up, when they are on. */
  public Optional<KeepAlive> ping() {
    return Optional.ofNullable(pingOrNull);
  }

  /**
   * Tries after a loss.
   *
   * @param attempts zero for none
   * @param backoff the wait before the first try and the longest wait
   */
  public record Reconnect(int attempts, DurationRange backoff) {}

  /**
   * What a connection keeps of what it received.
   *
   * @param keep messages at most
   */
  public record Inbox(int keep, Overflow overflow) {}

  /** What happens to a message that finds the inbox full; every one dropped is counted. */
  public enum Overflow {
    DROP_OLDEST,
    DROP_NEWEST,
    FAIL
  }
}
