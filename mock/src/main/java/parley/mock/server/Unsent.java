package parley.mock.server;

import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.ByteSize;

/**
 * Counts what waits to be sent to one client, so that one that reads slowly, or not at all, cannot
 * fill the memory. Once too much waits, messages are refused until some of it has gone out. Control
 * frames always fit.
 */
final class Unsent {

  /** How much may wait. */
  static final ByteSize MAX = ByteSize.ofMegabytes(64);

  private long waitingBytes;
  private long refused;

  /** Whether it fits; then it counts until {@link #gone}. */
  boolean takes(Outgoing outgoing) {
    if (waitingBytes > MAX.bytes() && isMessage(outgoing)) {
      refused++;
      return false;
    }
    waitingBytes += bytes(outgoing);
    return true;
  }

  /** It has gone out, or never will. */
  void gone(Outgoing outgoing) {
    waitingBytes -= bytes(outgoing);
  }

  /** How many messages did not fit. */
  long refused() {
    return refused;
  }

  private static boolean isMessage(Outgoing outgoing) {
    return switch (outgoing) {
      case Outgoing.Text _, Outgoing.Binary _, Outgoing.Frame _, Outgoing.Raw _ -> true;
      case Outgoing.Ping _, Outgoing.Pong _, Outgoing.Close _ -> false;
    };
  }

  private static int bytes(Outgoing outgoing) {
    return switch (outgoing) {
      case Outgoing.Text(var payload, var _) -> payload.size();
      case Outgoing.Binary(var payload, var _) -> payload.size();
      case Outgoing.Ping(var payload) -> payload.size();
      case Outgoing.Pong(var payload) -> payload.size();
      case Outgoing.Close(var body) -> body.size();
      case Outgoing.Frame(var _, var payload) -> payload.size();
      case Outgoing.Raw(var bytes) -> bytes.size();
    };
  }
}
