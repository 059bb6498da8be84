package parley.engine.plan;

import java.util.function.Function;
import parley.engine.function.Result;
import parley.protocol.frame.Bytes;

/** The text of a message, for what looks into it. */
sealed interface MessageText {

  record Text(String text) implements MessageText {}

  record None(Result.Fault fault) implements MessageText {}

  static MessageText of(MessageSight sight) {
    if (!sight.hasMessage()) {
      return new None(Faults.invalid("there is not exactly one message here"));
    }
    return sight.isText()
        ? new Text(Bytes.copyOf(sight.payload()).toText())
        : new None(Faults.missing("a binary message of " + Bytes.copyOf(sight.payload())));
  }

  /** What {@code use} finds in it. */
  default Matches matches(Function<String, Matches> use) {
    return switch (this) {
      case Text(var text) -> use.apply(text);
      case None(var fault) -> new Matches.None(fault);
    };
  }

  /** The whole of it. */
  default Result value() {
    return switch (this) {
      case Text(var text) -> Result.of(text);
      case None(var fault) -> fault;
    };
  }
}
