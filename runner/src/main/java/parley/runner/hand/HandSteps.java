package parley.runner.hand;

import java.time.Duration;
import java.util.List;
import parley.model.collection.CloseWith;
import parley.model.collection.Source;
import parley.model.collection.Step;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.frame.Bytes;

/** The steps that people give by hand. */
public final class HandSteps {

  private HandSteps() {}

  /** Sends a message: one as it would stand in the step, or a saved one. */
  public static HandVerb send(Step.What what) {
    return modifiers -> new Step.Send(what, List.of(), null, Duration.ZERO, null, modifiers);
  }

  /** Sends a saved message. */
  public static HandVerb saved(String name) {
    return modifiers -> send(new Step.What.Saved(new Source(name, modifiers.at()))).with(modifiers);
  }

  /** A ping, whose pong is waited for. */
  public static HandVerb ping(Bytes payload) {
    return modifiers -> new Step.Ping(new Source(payload.toText(), modifiers.at()), modifiers);
  }

  /** A TCP reset. */
  public static HandVerb reset() {
    return Step.Reset::new;
  }

  /** A close as it was said, without templates. */
  public static HandVerb close(CloseStatus status) {
    var none = status.code().equals(CloseCode.NO_STATUS) && status.reason().isEmpty();
    var reason = status.reason().toText().replace("{{", "\\{{");
    return modifiers ->
        new Step.Close(
            new CloseWith(
                none ? null : status.code().value(),
                reason.isEmpty() ? null : new Source(reason, modifiers.at())),
            modifiers);
  }
}
