package parley.engine.session;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.HandshakeChange;
import parley.model.outcome.CheckOutcome;
import parley.model.value.Value;
import parley.protocol.endpoint.Outgoing;

/**
 * What a script came to. All of it holds, also when the script broke off: what it had sent until
 * then is sent.
 *
 * @param variables that it set, in their order
 * @param sends in the order they are to be sent
 * @param checks what its tests and expectations came to
 * @param notices what it printed, a line each, for the transcript
 * @param change of the handshake
 * @param faultOrNull why it broke off, a sentence with its place
 */
public record ScriptAnswer(
    Map<String, Value> variables,
    List<Sent> sends,
    List<CheckOutcome> checks,
    List<String> notices,
    HandshakeChange change,
    @Nullable String faultOrNull) {

  public ScriptAnswer {
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    sends = List.copyOf(sends);
    checks = List.copyOf(checks);
    notices = List.copyOf(notices);
  }

  /**
   * A message of a script.
   *
   * @param connectionOrNull the connection's name; null for the one the script is about
   */
  public record Sent(@Nullable String connectionOrNull, Outgoing outgoing) {}

  /** A script that was not done. */
  public static ScriptAnswer refused(String why) {
    return new ScriptAnswer(Map.of(), List.of(), List.of(), List.of(), HandshakeChange.NONE, why);
  }
}
