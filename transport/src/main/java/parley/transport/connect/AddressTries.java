package parley.transport.connect;

import io.netty.channel.ChannelFuture;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import parley.model.connection.AddressTry;
import parley.model.connection.Cause;
import parley.transport.channel.Loop;
import parley.transport.channel.Socket;

/**
 * Tries to connect to addresses one after the other. So that a silent address does not use up the
 * time of those behind it, each may take an equal share of the time that is left. For the loop's
 * thread.
 */
final class AddressTries {

  /** Hears how it goes. */
  interface Listener {
    void trying(InetSocketAddress address);

    void tried(AddressTry address);

    void connected(Socket socket);

    void exhausted(Cause cause, String text);
  }

  private final Loop loop;
  private final List<InetSocketAddress> addresses;
  private final long deadlineNanos;
  private final Listener listener;
  private int index;
  private long beginNanos;
  private @Nullable Socket current;

  AddressTries(
      Loop loop, List<InetAddress> addresses, int port, long deadlineNanos, Listener listener) {
    this.loop = loop;
    this.addresses = addresses.stream().map(a -> new InetSocketAddress(a, port)).toList();
    this.deadlineNanos = deadlineNanos;
    this.listener = listener;
  }

  void start() {
    var address = addresses.get(index);
    beginNanos = System.nanoTime();
    listener.trying(address);
    var socket = Socket.toConnect(loop);
    current = socket;
    socket.config().setConnectTimeoutMillis(shareMillis());
    var _ = loop.events().register(socket);
    socket.connect(address).addListener((ChannelFuture done) -> ended(socket, done));
  }

  private int shareMillis() {
    var leftMillis = Duration.ofNanos(deadlineNanos - System.nanoTime()).toMillis();
    var share = Math.max(1, leftMillis / (addresses.size() - index));
    // The last one runs into the deadline of the whole, which knows the stage.
    return index == addresses.size() - 1 ? 0 : (int) Math.min(share, Integer.MAX_VALUE);
  }

  private void ended(Socket socket, ChannelFuture done) {
    if (!socket.equals(current)) {
      return;
    }
    current = null;
    if (done.isSuccess()) {
      listener.tried(endTry(null));
      listener.connected(socket);
    } else {
      socket.cut();
      failed(NetworkFailure.of(done.cause()));
    }
  }

  private AddressTry endTry(@Nullable String failure) {
    var taken = Duration.ofNanos(System.nanoTime() - beginNanos);
    return new AddressTry(addresses.get(index), taken, failure);
  }

  private void failed(NetworkFailure failure) {
    listener.tried(endTry(failure.text()));
    index++;
    if (index < addresses.size()) {
      start();
    } else {
      listener.exhausted(failure.cause(), failure.text() + ": " + shown(addresses));
    }
  }

  static String shown(List<InetSocketAddress> addresses) {
    return addresses.stream().map(AddressTries::shown).collect(Collectors.joining(", "));
  }

  private static String shown(InetSocketAddress address) {
    var host = address.getAddress().getHostAddress();
    return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + address.getPort();
  }

  /** Gives up the address that is being tried, if any, and reports it. */
  void giveUp() {
    var socket = current;
    if (socket != null) {
      current = null;
      listener.tried(endTry("no answer"));
      socket.cut();
    }
  }
}
