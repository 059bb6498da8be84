package parley.workbench.talk;

import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.Closure.Initiator;
import parley.report.Visible;

/** How a connection ended, in a few words. */
final class ClosureText {

  /** A reason is at most 123 bytes (RFC 6455, 5.5), unless a peer breaks the rule. */
  private static final int MAX_REASON = 125;

  private ClosureText() {}

  /** Such as {@code Closed by the server: 1000 bye}. */
  static String of(Closure closure) {
    return switch (closure.ending()) {
      case CLOSE_HANDSHAKE ->
          "Closed by " + (isOurs(closure) ? "you" : "the server") + ": " + said(status(closure));
      case VIOLATION ->
          "Parley failed the connection: the server broke the protocol"
              + closure.violation().map(one -> ", " + Visible.line(one.toString())).orElse("");
      case STREAM_END -> "The server ended the stream without a Close frame (1006)";
      case RESET -> "The connection was reset (1006)";
      case CLOSE_TIMEOUT -> "The server did not answer the Close frame in time (1006)";
      case PONG_TIMEOUT -> "No pong came in time: the connection is dead (1006)";
      case ABORT -> "Cut by you, without a Close frame (1006)";
    };
  }

  private static boolean isOurs(Closure closure) {
    return closure.initiator() == Initiator.LOCAL;
  }

  private static String said(CloseStatus status) {
    if (status.equals(CloseStatus.NONE)) {
      return "no code (1005)";
    }
    var reason = status.reason();
    var shown = reason.slice(0, Math.min(reason.size(), MAX_REASON));
    return reason.isEmpty()
        ? status.code() + " " + status.code().meaning()
        : status.code() + " " + Visible.text(shown).replace('\n', ' ');
  }

  /** What the side that began the close said; 1006 when nobody said anything. */
  static CloseStatus status(Closure closure) {
    return switch (closure.ending()) {
      case CLOSE_HANDSHAKE, VIOLATION ->
          (isOurs(closure) ? closure.sent() : closure.received())
              .or(closure::received)
              .orElse(CloseStatus.NONE);
      case STREAM_END, RESET, CLOSE_TIMEOUT, PONG_TIMEOUT, ABORT ->
          CloseStatus.of(CloseCode.ABNORMAL);
    };
  }

  /** Who closed it: {@code server}, {@code client} or {@code network}. */
  static String by(Closure closure) {
    return switch (closure.ending()) {
      case CLOSE_HANDSHAKE -> isOurs(closure) ? "client" : "server";
      case VIOLATION, ABORT, CLOSE_TIMEOUT -> "client";
      case STREAM_END -> "server";
      case RESET, PONG_TIMEOUT -> "network";
    };
  }
}
