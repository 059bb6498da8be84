package parley.engine.session;

import parley.protocol.endpoint.Closure;

/** How a connection ended, as a clause that follows its name. */
final class ClosureText {

  private ClosureText() {}

  static String of(Closure closure) {
    return switch (closure.ending()) {
      case CLOSE_HANDSHAKE -> "was closed by %s with %s".formatted(by(closure), code(closure));
      case VIOLATION ->
          "was closed because the other side broke a rule"
              + closure.violation().map(one -> ": " + one.rule().statement()).orElse("");
      case STREAM_END -> "ended without a Close frame";
      case RESET -> "was reset";
      case CLOSE_TIMEOUT -> "was cut, since the other side did not answer the Close frame in time";
      case PONG_TIMEOUT -> "was cut, since the other side did not answer a ping in time";
      case ABORT -> "was cut by us";
    };
  }

  private static String by(Closure closure) {
    return closure.initiator() == Closure.Initiator.LOCAL ? "us" : "the other side";
  }

  private static String code(Closure closure) {
    var reason = closure.received().map(status -> status.reason().toText()).orElse("");
    var code = String.valueOf(closure.code().value());
    return reason.isEmpty() ? code : code + " (" + reason + ")";
  }
}
