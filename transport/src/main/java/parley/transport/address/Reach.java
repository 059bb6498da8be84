package parley.transport.address;

import io.netty.channel.socket.DuplexChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.model.connection.AddressTry;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.HostPort;
import parley.model.connection.Stage;
import parley.transport.channel.Cut;
import parley.transport.channel.Loop;
import parley.transport.connection.ConnectionObserver;
import parley.transport.stage.EvidenceLog;

/** From a host's name to a connected socket: the first two stages of an attempt. */
public final class Reach implements AddressTries.Listener {

  /** The attempt that wants to reach the host. */
  public interface Listener {

    void connected(DuplexChannel socket);

    void unreachable(Cause cause, String text);

    /** Whether the attempt has ended meanwhile. */
    boolean isOver();

    /** Runs a step that calls the observer, whose faults end the attempt. */
    void guarded(Runnable step);
  }

  private final Loop loop;
  private final ConnectSpec spec;
  private final HostPort place;
  private final EvidenceLog log;
  private final ConnectionObserver observer;
  private final Listener attempt;
  private @Nullable AddressTries tries;

  /** To {@code place}: the server's, or that of the proxy to it. */
  public Reach(
      Loop loop,
      ConnectSpec spec,
      HostPort place,
      EvidenceLog log,
      ConnectionObserver observer,
      Listener attempt) {
    this.loop = loop;
    this.spec = spec;
    this.place = place;
    this.log = log;
    this.observer = observer;
    this.attempt = attempt;
  }

  public void start() {
    var socket = spec.url().socket().or(spec.route()::unixSocket);
    if (socket.isPresent()) {
      connectTo(List.of(UnixDomainSocketAddress.of(socket.get())));
    } else {
      Lookup.known(spec.route(), place).ifPresentOrElse(this::connect, this::resolve);
    }
  }

  private void resolve() {
    var host = place.host();
    log.begin(Stage.DNS);
    var zone = Lookup.unknownZone(host);
    if (zone.isPresent()) {
      attempt.unreachable(Cause.LOCAL_ADDRESS, Interfaces.missing(zone.get()));
      return;
    }
    observer.resolving(host);
    Lookup.ask(host, found -> loop.run(() -> attempt.guarded(() -> resolved(found))));
  }

  private void resolved(List<InetAddress> addresses) {
    if (attempt.isOver()) {
      return;
    }
    var taken = log.end();
    if (addresses.isEmpty()) {
      attempt.unreachable(Cause.NAME_UNKNOWN, "the name " + place.host() + " is not known");
    } else {
      observer.resolved(addresses, taken);
      connect(addresses);
    }
  }

  private void connect(List<InetAddress> addresses) {
    var usable = Lookup.ofFamily(spec.route().family(), addresses);
    if (usable.isEmpty()) {
      attempt.unreachable(Cause.UNREACHABLE, spec.route().family().absentFrom(place.host()));
      return;
    }
    connectTo(usable.stream().map(ip -> new InetSocketAddress(ip, place.port())).toList());
  }

  private void connectTo(List<? extends SocketAddress> addresses) {
    log.begin(Stage.TCP);
    tries = new AddressTries(loop, new SocketSource(loop, spec.route()), addresses, this);
    tries.start();
  }

  @Override
  public void trying(SocketAddress address) {
    attempt.guarded(() -> observer.connecting(address));
  }

  @Override
  public void tried(AddressTry address) {
    log.tried(address);
    attempt.guarded(() -> observer.tried(address));
  }

  @Override
  public void exhausted(Cause cause, String text) {
    attempt.unreachable(cause, text);
  }

  @Override
  public void connected(DuplexChannel socket) {
    log.end();
    log.connected(socket);
    if (attempt.isOver()) {
      Cut.now(socket);
    } else {
      attempt.connected(socket);
    }
  }

  /** Gives up the address that is being tried, if any. */
  public void giveUp() {
    if (tries != null) {
      tries.giveUp();
    }
  }
}
