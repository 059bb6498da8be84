package parley.transport.address;

import io.netty.channel.ChannelException;
import io.netty.channel.socket.DuplexChannel;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.connection.Cause;
import parley.model.connection.HostText;
import parley.model.connection.LocalAddress;
import parley.model.connection.Route;
import parley.transport.channel.Loop;
import parley.transport.channel.Socket;

/** Makes the sockets of an attempt, and says where on this machine each begins. */
record SocketSource(Loop loop, Route route) {

  /** What came of making a socket. */
  sealed interface Made {

    /**
     * A socket.
     *
     * @param fromOrNull what to bind it to before it connects; null for the system's choice
     */
    record Usable(DuplexChannel socket, @Nullable SocketAddress fromOrNull) implements Made {}

    /** There is no address here to connect from. */
    record Unusable(NetworkFailure failure) implements Made {}
  }

  Made to(SocketAddress address) {
    try {
      return address instanceof InetSocketAddress internet
          ? to(internet)
          : new Made.Usable(Socket.toConnectLocally(loop), null);
    } catch (ChannelException none) { // Such as when the process has too many open files.
      return new Made.Unusable(NetworkFailure.of(none.getCause() == null ? none : none.getCause()));
    }
  }

  private Made to(InetSocketAddress address) {
    var local = route.localAddress();
    if (local.isEmpty()) {
      return new Made.Usable(Socket.toConnect(loop, route.tcp()), null);
    }
    return from(local.get(), address.getAddress())
        .<Made>map(from ->
            new Made.Usable(Socket.toConnect(loop, route.tcp()), new InetSocketAddress(from, 0)))
        .orElseGet(() -> new Made.Unusable(noAddress(local.get(), address.getAddress())));
  }

  private static Optional<InetAddress> from(LocalAddress local, InetAddress peer) {
    return switch (local) {
      case LocalAddress.At(var address) ->
          Optional.of(address).filter(own -> isOfFamily(own, peer));
      case LocalAddress.Interface(var name) ->
          Interfaces.addressesOf(name).stream()
              .filter(own -> isOfFamily(own, peer))
              .filter(own -> own.isLinkLocalAddress() == peer.isLinkLocalAddress())
              .findFirst();
    };
  }

  private static boolean isOfFamily(InetAddress own, InetAddress peer) {
    return own instanceof Inet6Address == peer instanceof Inet6Address;
  }

  private static NetworkFailure noAddress(LocalAddress local, InetAddress peer) {
    var family = peer instanceof Inet6Address ? "IPv6" : "IPv4";
    var text =
        switch (local) {
          case LocalAddress.At(var address) ->
              HostText.of(address) + " is no " + family + " address to connect from";
          case LocalAddress.Interface(var name) when Interfaces.addressesOf(name).isEmpty() ->
              Interfaces.missing(name);
          case LocalAddress.Interface(var name) -> name + " has no " + family + " address";
        };
    return new NetworkFailure(Cause.LOCAL_ADDRESS, text);
  }
}
