package parley.engine.plan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scripts around the steps of a conversation, compiled. */
public record ScriptsPlan(
    StepPlan.@Nullable Script beforeConnectOrNull,
    StepPlan.@Nullable Script onMessageOrNull,
    StepPlan.@Nullable Script afterOrNull) {

  /** No scripts. */
  public static final ScriptsPlan NONE = new ScriptsPlan(null, null, null);

  /** Before each handshake. */
  public Optional<StepPlan.Script> beforeConnect() {
    return Optional.ofNullable(beforeConnectOrNull);
  }

  /** For each message received. */
  public Optional<StepPlan.Script> onMessage() {
    return Optional.ofNullable(onMessageOrNull);
  }

  /** When the steps are over. */
  public Optional<StepPlan.Script> after() {
    return Optional.ofNullable(afterOrNull);
  }
}
