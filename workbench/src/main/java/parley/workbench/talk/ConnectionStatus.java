package parley.workbench.talk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import parley.model.connection.Attempt;
import parley.model.connection.Stage;
import parley.model.connection.WsUrl;
import parley.protocol.endpoint.Closure;

/**
 * A connection as people see it. It is changed under the lock of its {@link Board}.
 *
 * <pre>
 *   DISCONNECTED --wanted--> CONNECTING --Opened--> CONNECTED --Close frame--> CLOSING
 *        ^                    ^  |   |                  |                        |
 *        |            next try|  |   +-- GivenUp --> CANCELLED                   |
 *        |                    |  +--> REFUSED, FAILED   |                        |
 *        +--(never again)     +------------------ CLOSED &lt;-----------------------+
 * </pre>
 */
final class ConnectionStatus {

  /** What it is up to. */
  enum State {
    DISCONNECTED,
    CONNECTING,
    CONNECTED,
    CLOSING,
    CLOSED,
    FAILED,
    REFUSED,
    CANCELLED
  }

  /** When a lost connection is tried again. */
  record Retry(int attempt, int attempts, Instant at) {}

  private final String name;
  private State state = State.DISCONNECTED;
  private String text = "Not connected";
  private Instant since = Instant.now();
  private @Nullable Stage phase;
  private String subject = "";
  private @Nullable WsUrl url;
  private boolean verified = true;
  private @Nullable Attempt attempt;
  private @Nullable Closure closure;
  private @Nullable Retry retry;
  private @Nullable Duration roundTrip;
  private long handshake = -1;

  ConnectionStatus(String name) {
    this.name = name;
  }

  private void becomes(State next, String said) {
    if (next != state) {
      since = Instant.now();
    }
    state = next;
    text = said;
    phase = null;
    subject = "";
  }

  /** Somebody wants it open. */
  void wanted() {
    if (!isAlive()) {
      becomes(State.CONNECTING, "Connecting");
      forget();
    }
  }

  private void forget() {
    attempt = null;
    closure = null;
    retry = null;
    roundTrip = null;
    handshake = -1;
  }

  /** It is being opened. */
  void opening(WsUrl to, boolean checksCertificate, int again) {
    forget();
    url = to;
    verified = checksCertificate || !to.secure();
    becomes(State.CONNECTING, again == 0 ? "Connecting" : "Connecting again, try " + again);
  }

  /** A stage of opening it begins. */
  void phase(Stage stage, String about) {
    if (state == State.CONNECTING) {
      phase = stage;
      subject = about;
    }
  }

  /** What came of opening it; the number is that of its entry in the log. */
  void attempted(Attempt how, String said, long number) {
    attempt = how;
    handshake = number;
    becomes(
        switch (how) {
          case Attempt.Open _ -> State.CONNECTED;
          case Attempt.Rejected _ -> State.REFUSED;
          case Attempt.Failed _ -> State.FAILED;
        },
        said);
  }

  /** It could not even be tried. */
  void impossible(String why) {
    if (state == State.CONNECTING && retry == null && attempt == null) {
      becomes(State.FAILED, why);
    }
  }

  void givenUp() {
    retry = null;
    becomes(State.CANCELLED, "Cancelled");
  }

  /** A Close frame was sent or came. */
  void closing() {
    if (state == State.CONNECTED) {
      becomes(State.CLOSING, "Closing");
    }
  }

  void closed(Closure how) {
    closure = how;
    becomes(State.CLOSED, ClosureText.of(how));
  }

  /** It was lost, and is tried again. */
  void lost(Retry next, String why) {
    becomes(State.CONNECTING, why);
    retry = next;
  }

  void answered(Duration time) {
    roundTrip = time;
  }

  /** Whether it goes on. */
  boolean isAlive() {
    return switch (state) {
      case CONNECTING, CONNECTED, CLOSING -> true;
      case DISCONNECTED, CLOSED, FAILED, REFUSED, CANCELLED -> false;
    };
  }

  String name() {
    return name;
  }

  State state() {
    return state;
  }

  String text() {
    return text;
  }

  Instant since() {
    return since;
  }

  @Nullable Stage phase() {
    return phase;
  }

  String subject() {
    return subject;
  }

  @Nullable WsUrl url() {
    return url;
  }

  boolean isVerified() {
    return verified;
  }

  /** What came of opening it last. */
  @Nullable Attempt attempt() {
    return attempt;
  }

  /** How it ended, if it did. */
  @Nullable Closure closure() {
    return closure;
  }

  @Nullable Retry retry() {
    return retry;
  }

  @Nullable Duration roundTrip() {
    return roundTrip;
  }

  /** The number of the entry in the log that tells of the last attempt; negative for none. */
  long handshake() {
    return handshake;
  }
}
