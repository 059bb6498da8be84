package parley.cli.talk;

import parley.cli.shell.ExitCode;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.Closure;

/** Which exit code an attempt or an end amounts to. */
public final class Outcomes {

  private Outcomes() {}

  public static ExitCode of(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Open _ -> ExitCode.OK;
      case Attempt.Rejected _ -> ExitCode.REFUSED;
      case Attempt.Failed failed -> of(failed);
    };
  }

  private static ExitCode of(Attempt.Failed failed) {
    if (failed.cause() == Cause.TIMEOUT) {
      return ExitCode.TIMEOUT;
    }
    if (failed.cause() == Cause.TLS_SETTINGS) {
      return ExitCode.USAGE;
    }
    if (failed.cause().isTls()) {
      return ExitCode.TLS;
    }
    return switch (failed.stage()) {
      case TOKEN, DNS, TCP, PROXY -> ExitCode.CANNOT_CONNECT;
      case TLS -> ExitCode.TLS;
      case UPGRADE -> ExitCode.REFUSED;
    };
  }

  /** The end of a connection that nothing more was expected of. */
  public static ExitCode of(Closure closure) {
    return closure.isClean() && isNormal(closure.code()) ? ExitCode.OK : ExitCode.UNEXPECTED_CLOSE;
  }

  /** Whether the code says that all went well: 1000, or none at all. */
  static boolean isNormal(CloseCode code) {
    return code.equals(CloseCode.NORMAL) || code.equals(CloseCode.NO_STATUS);
  }
}
