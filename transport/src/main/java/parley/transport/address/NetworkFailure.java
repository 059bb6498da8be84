package parley.transport.address;

import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.socket.ChannelOutputShutdownException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.model.connection.Cause;
import parley.model.connection.HostText;

/**
 * What an exception of the network says.
 *
 * @param text a few words, such as {@code connection refused}
 */
public record NetworkFailure(Cause cause, String text) {

  private static final String CONNECTION_RESET = "connection reset";

  /** The same of a socket that was to begin at {@code from}. */
  static NetworkFailure of(Throwable failure, @Nullable SocketAddress from) {
    var message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return from instanceof InetSocketAddress internet && message.contains("assign requested")
        ? new NetworkFailure(
            Cause.LOCAL_ADDRESS,
            HostText.of(internet.getAddress()) + " is no address of this machine")
        : of(failure);
  }

  public static NetworkFailure of(Throwable failure) {
    var message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return switch (failure) {
      case ConnectTimeoutException _ -> new NetworkFailure(Cause.TIMEOUT, "no answer");
      case NoRouteToHostException _ -> new NetworkFailure(Cause.UNREACHABLE, "no route to host");
      case ConnectException _ when message.contains("refused") ->
          new NetworkFailure(Cause.CONNECTION_REFUSED, "connection refused");
      // Of a write that the peer, which reset the connection, did not take any more.
      case ChannelOutputShutdownException _ -> new NetworkFailure(Cause.RESET, CONNECTION_RESET);
      case ClosedChannelException _ -> new NetworkFailure(Cause.STREAM_ENDED, "the stream ended");
      default -> ofMessage(message);
    };
  }

  /** The JDK has the operating system's words and no types for the rest. */
  private static NetworkFailure ofMessage(String message) {
    if (message.contains("reset") || message.contains("broken pipe")) {
      return new NetworkFailure(Cause.RESET, CONNECTION_RESET);
    }
    if (message.contains("no such file")) {
      return new NetworkFailure(Cause.SOCKET_MISSING, "there is no such file");
    }
    if (message.contains("path too long")) {
      return new NetworkFailure(
          Cause.SOCKET_MISSING, "a socket's path has about 100 characters at most");
    }
    if (message.contains("permission denied")) {
      return new NetworkFailure(Cause.SOCKET_DENIED, "permission denied");
    }
    if (message.contains("timed out")) {
      return new NetworkFailure(Cause.TIMEOUT, "no answer");
    }
    var text = message.contains("unreachable") ? "network is unreachable" : message;
    return new NetworkFailure(Cause.UNREACHABLE, text);
  }
}
