package parley.transport.proxy;

import io.netty.channel.socket.DuplexChannel;
import java.net.InetAddress;
import java.util.List;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.HostPort;
import parley.model.connection.ProxySpec;
import parley.protocol.frame.Bytes;
import parley.protocol.socks.SocksClient;
import parley.protocol.socks.SocksClient.Progress;
import parley.protocol.socks.SocksLogin;
import parley.protocol.socks.SocksReply;
import parley.protocol.socks.SocksTarget;
import parley.transport.address.Lookup;
import parley.transport.channel.Loop;

/**
 * Asks a SOCKS 5 proxy (RFC 1928). With {@code socks5} the server's name is looked up here, with
 * {@code socks5h} by the proxy.
 */
final class SocksTunnel implements ProxyTunnel, SocksHandler.Listener {

  private final Loop loop;
  private final ConnectSpec spec;
  private final HostPort server;
  private final ProxySpec proxy;
  private final TunnelLog facts;
  private final Listener listener;

  SocksTunnel(Loop loop, ConnectSpec spec, ProxySpec proxy, TunnelLog facts, Listener listener) {
    this.loop = loop;
    this.spec = spec;
    server = spec.url().hostPort();
    this.proxy = proxy;
    this.facts = facts;
    this.listener = listener;
  }

  @Override
  public void start(DuplexChannel socket) {
    var unfit = proxy.login().filter(login -> !fits(login));
    if (unfit.isPresent()) {
      listener.failed(
          Cause.PROXY_LOGIN,
          "SOCKS 5 takes a user and a password of 1 to 255 bytes each (RFC 1929)");
      return;
    }
    var known = Lookup.known(spec.route(), server);
    if (known.isPresent()) {
      ask(socket, known.get());
    } else if (proxy.kind() == ProxySpec.Kind.SOCKS5H) {
      ask(socket, SocksTarget.ofName(server.host(), server.port()));
    } else {
      Lookup.ask(
          server.host(), found -> loop.run(() -> listener.guarded(() -> resolved(socket, found))));
    }
  }

  private static boolean fits(ProxySpec.Login login) {
    return SocksLogin.fits(login.user()) && SocksLogin.fits(login.password());
  }

  private void resolved(DuplexChannel socket, List<InetAddress> addresses) {
    if (addresses.isEmpty()) {
      listener.failed(
          Cause.NAME_UNKNOWN,
          "the name %s is not known on this machine; socks5h:// has the proxy look it up"
              .formatted(server.host()));
    } else {
      ask(socket, addresses);
    }
  }

  private void ask(DuplexChannel socket, List<InetAddress> addresses) {
    var usable = Lookup.ofFamily(spec.route().family(), addresses);
    if (usable.isEmpty()) {
      listener.failed(Cause.UNREACHABLE, spec.route().family().absentFrom(server.host()));
    } else {
      var address = Bytes.of(usable.getFirst().getAddress());
      ask(socket, SocksTarget.ofAddress(address, server.port()));
    }
  }

  private void ask(DuplexChannel socket, SocksTarget target) {
    var client =
        proxy
            .login()
            .map(login -> new SocksLogin(Bytes.utf8(login.user()), Bytes.utf8(login.password())))
            .map(login -> SocksClient.of(target, login))
            .orElseGet(() -> SocksClient.of(target));
    socket.pipeline().addLast(new SocksHandler(client, this));
    socket.config().setAutoRead(true); // Not before: somebody has to see the proxy hang up.
  }

  @Override
  public void opened() {
    listener.passed();
  }

  @Override
  public void refused(Progress progress, Bytes received) {
    facts.received(received);
    switch (progress) {
      case Progress.LoginWanted(var why) ->
          listener.failed(Cause.PROXY_LOGIN, "the SOCKS proxy " + proxy.url() + ": " + why);
      case Progress.Refused(var reply, var code) ->
          listener.failed(
              cause(reply),
              "the SOCKS proxy %s did not connect to %s: %s (reply %d)"
                  .formatted(proxy.url(), server, reply.words(), code));
      case Progress.NotSocks(var why) ->
          listener.failed(
              Cause.NOT_A_PROXY,
              "what listens at " + proxy.url() + " is no SOCKS 5 proxy: " + why + http(received));
      case Progress.Incomplete _, Progress.Send _, Progress.Open _ ->
          throw new IllegalStateException("no refusal: " + progress);
    }
  }

  private static String http(Bytes received) {
    return received.toText().startsWith("HTTP/") ? "; it looks like an HTTP proxy" : "";
  }

  private static Cause cause(SocksReply reply) {
    return switch (reply) {
      case NOT_ALLOWED, COMMAND_UNKNOWN, ADDRESS_TYPE_UNKNOWN -> Cause.PROXY_REFUSED;
      case GENERAL_FAILURE,
          NETWORK_UNREACHABLE,
          HOST_UNREACHABLE,
          CONNECTION_REFUSED,
          TTL_EXPIRED,
          UNASSIGNED ->
          Cause.PROXY_NO_WAY;
    };
  }

  @Override
  public void broken(Throwable failure) {
    listener.broken(failure);
  }

  @Override
  public void ended() {
    listener.failed(
        Cause.STREAM_ENDED,
        "the SOCKS proxy " + proxy.url() + " ended the connection without an answer");
  }
}
