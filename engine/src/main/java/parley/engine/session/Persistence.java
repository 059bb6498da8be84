package parley.engine.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import parley.engine.plan.Durations;
import parley.model.connection.Attempt;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.Closure;
import parley.protocol.handshake.RetryAfter;

/**
 * Which losses and refusals are worth another try: those that may pass. What says that something is
 * wrong with what this side asks or sends will be said again.
 */
final class Persistence {

  /** As curl's {@code --retry} has them. */
  private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504, 522, 524);

  /** RFC 6455, 7.4.1: protocol error, unacceptable data, policy, too big, missing extension. */
  private static final Set<Integer> LASTING_CODES = Set.of(1002, 1003, 1007, 1008, 1009, 1010);

  /** No server makes us wait longer than this. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private Persistence() {}

  /** What came of a try. */
  sealed interface Outlook {

    /**
     * Another try may go better.
     *
     * @param least the wait that the server asks for; zero for none
     */
    record Later(String why, Duration least) implements Outlook {}

    /** Another try would go no better. */
    record Never(String why) implements Outlook {}
  }

  /** Whether a connection that ended so was lost: it was more than the other side's goodbye. */
  static boolean isLoss(Closure closure) {
    return !closure.isClean() || !closure.code().equals(CloseCode.NORMAL);
  }

  /** What is said of a connection that was lost. */
  static Outlook of(Closure closure, String why) {
    return closure.isClean() && LASTING_CODES.contains(closure.code().value())
        ? new Outlook.Never(why)
        : new Outlook.Later(why, Duration.ZERO);
  }

  /** What is said of a try that failed. */
  static Outlook of(Attempt.Failed failed) {
    return failed.cause().isLasting()
        ? new Outlook.Never(failed.text())
        : new Outlook.Later(failed.text(), Duration.ZERO);
  }

  /**
   * What is said of a try that was refused.
   *
   * @param why without what the server asks for
   */
  static Outlook of(Attempt.Rejected rejected, String why, Instant now) {
    return PASSING.contains(rejected.answer().status())
        ? RetryAfter.of(rejected.answer(), now)
            .<Outlook>map(asked -> asked(why, asked))
            .orElseGet(() -> new Outlook.Later(why, Duration.ZERO))
        : new Outlook.Never(why);
  }

  private static Outlook asked(String why, Duration asked) {
    var text = why + ", and asks to come back in " + shown(asked);
    return asked.compareTo(LONGEST) > 0
        ? new Outlook.Later(text + ", which is cut to " + shown(LONGEST), LONGEST)
        : new Outlook.Later(text, asked);
  }

  private static String shown(Duration time) {
    return time.isZero() ? "0s" : Durations.text(time);
  }
}
