package parley.transport.proxy;

import io.netty.channel.socket.DuplexChannel;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.HostPort;
import parley.model.connection.Proxies;
import parley.model.connection.ProxySpec;
import parley.model.connection.Stage;
import parley.transport.address.NetworkFailure;
import parley.transport.channel.Cut;
import parley.transport.channel.Loop;
import parley.transport.connection.ConnectionObserver;
import parley.transport.stage.EvidenceLog;
import parley.transport.stage.TlsClients;
import parley.transport.stage.TlsStage;
import parley.transport.tls.TlsClient;

/**
 * The way through a proxy, from a socket connected to it to one that leads to the server. For the
 * loop's thread.
 *
 * <pre>
 *   (TLS to the proxy) -> CONNECT or SOCKS -> passed
 *                                          -> again, on another connection
 *   every step -> stopped
 * </pre>
 */
public final class Passage implements ProxyTunnel.Listener {

  /** The attempt that wants to get through. */
  public interface Listener {

    /** The socket leads to the server now. */
    void passed(DuplexChannel socket);

    /** Another connection to the proxy is needed. */
    void again();

    void stopped(Cause cause, String text);

    /** Whether the attempt has ended meanwhile. */
    boolean isOver();

    /** Runs a step that calls the observer, whose faults end the attempt. */
    void guarded(Runnable step);
  }

  private final Loop loop;
  private final TlsClients tlsClients;
  private final ProxySpec proxy;
  private final EvidenceLog log;
  private final TunnelLog facts;
  private final ConnectionObserver observer;
  private final Listener attempt;
  private final ProxyTunnel tunnel;
  private @Nullable DuplexChannel socket;
  private @Nullable TlsStage tls;

  public Passage(
      Loop loop,
      TlsClients tlsClients,
      ConnectSpec spec,
      ProxySpec proxy,
      EvidenceLog log,
      ConnectionObserver observer,
      Listener attempt) {
    this.loop = loop;
    this.tlsClients = tlsClients;
    this.proxy = proxy;
    this.log = log;
    this.observer = observer;
    this.attempt = attempt;
    facts = new TunnelLog(log, proxy);
    tunnel =
        proxy.kind().isHttp()
            ? new ConnectTunnel(spec, proxy, facts, observer, loop.maskingKeys()::nonce, this)
            : new SocksTunnel(loop, spec, proxy, facts, this);
  }

  /** Which proxy is on the way; a socket of this machine is reached straight. */
  public static Proxies.Choice choose(ConnectSpec spec, Map<String, String> environment) {
    return spec.url().socket().or(spec.route()::unixSocket).isPresent()
        ? new Proxies.Choice.Straight()
        : spec.route().proxies().to(spec.url(), environment);
  }

  /** What is to be reached first. */
  public HostPort place() {
    return proxy.address();
  }

  /** Notes that it is on the way, and begins with what takes long of TLS to it. */
  public void begin() {
    facts.begin();
    if (proxy.kind() == ProxySpec.Kind.HTTPS) {
      var _ = tlsClients.prepare(proxy.tls(), proxy.address().host());
    }
  }

  /** Begins, or goes on after {@link Listener#again}. */
  public void start(DuplexChannel connected) {
    socket = connected;
    log.begin(Stage.PROXY);
    observer.passing(proxy.url());
    if (proxy.kind() == ProxySpec.Kind.HTTPS) {
      var _ =
          tlsClients
              .prepare(proxy.tls(), proxy.address().host())
              .whenComplete((client, failure) ->
                  loop.run(() -> attempt.guarded(() -> prepared(client, failure, connected))));
    } else {
      tunnel.start(connected);
    }
  }

  private void prepared(
      @Nullable TlsClient client, @Nullable Throwable failure, DuplexChannel connected) {
    if (attempt.isOver()) {
      return;
    }
    if (client != null) {
      secure(client, connected);
    } else if (failure != null) {
      var cause = failure.getCause() == null ? failure : failure.getCause();
      attempt.stopped(Cause.TLS_SETTINGS, "for the proxy, " + cause.getMessage());
    }
  }

  private void secure(TlsClient client, DuplexChannel connected) {
    forget();
    var stage = new TlsStage(client, proxy.address());
    tls = stage;
    stage.start(connected, failure -> attempt.guarded(() -> secured(stage, failure, connected)));
    connected.config().setAutoRead(true);
  }

  private void secured(TlsStage stage, @Nullable Throwable failure, DuplexChannel connected) {
    if (attempt.isOver()) {
      return;
    }
    facts.tls(stage.facts());
    if (failure == null) {
      tunnel.start(connected);
    } else {
      broken(failure);
    }
  }

  @Override
  public void passed() {
    guarded(connected -> {
      log.end();
      attempt.passed(connected);
    });
  }

  @Override
  public void again() {
    guarded(connected -> {
      log.end();
      Cut.now(connected);
      attempt.again();
    });
  }

  @Override
  public void failed(Cause cause, String text) {
    guarded(_ -> attempt.stopped(cause, text));
  }

  @Override
  public void broken(Throwable failure) {
    guarded(_ -> stop(failure));
  }

  @Override
  public void guarded(Runnable step) {
    guarded(_ -> step.run());
  }

  private void guarded(Consumer<DuplexChannel> step) {
    var connected = socket;
    if (connected != null && !attempt.isOver()) {
      attempt.guarded(() -> step.accept(connected));
    }
  }

  private void stop(Throwable failure) {
    var stage = tls;
    var diagnosis = stage == null ? null : stage.diagnose(failure).orElse(null);
    if (stage == null || diagnosis == null) {
      var network = NetworkFailure.of(failure);
      attempt.stopped(
          network.cause(), network.text() + " before the proxy " + proxy.url() + " had answered");
      return;
    }
    if (diagnosis.cause() == Cause.NOT_TLS) {
      facts.received(stage.firstBytes());
    }
    attempt.stopped(diagnosis.cause(), "TLS to the proxy " + proxy.url() + ": " + diagnosis.text());
  }

  /** Lets go of what is kept for the diagnosis of TLS. */
  public void forget() {
    if (tls != null) {
      tls.forget();
    }
  }
}
