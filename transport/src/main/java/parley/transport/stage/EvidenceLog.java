package parley.transport.stage;

import io.netty.channel.socket.DuplexChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.model.connection.AddressTry;
import parley.model.connection.Evidence;
import parley.model.connection.Stage;
import parley.model.connection.Timings;
import parley.model.connection.TlsFacts;
import parley.model.connection.Tunnel;
import parley.model.connection.Way;
import parley.model.connection.WsUrl;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.HandshakeViolation;
import parley.protocol.handshake.RequestHead;
import parley.protocol.handshake.ResponseHead;

/** Gathers the evidence of one attempt as it goes on, and times its stages. */
public final class EvidenceLog {

  private final WsUrl url;
  private final long startNanos;
  private final List<AddressTry> tries = new ArrayList<>();
  private Stage stage = Stage.DNS;
  private long stageNanos = System.nanoTime();
  private boolean stageOpen;
  private Timings timings = Timings.NONE;
  private @Nullable RequestHead request;
  private @Nullable ResponseHead answer;
  private Bytes received = Bytes.EMPTY;
  private List<HandshakeViolation> violations = List.of();
  private @Nullable TlsFacts tls;
  private @Nullable SocketAddress remote;
  private @Nullable SocketAddress local;
  private Way way;

  /** Of the part of an attempt that began at {@code startNanos}, on {@code way} so far. */
  public EvidenceLog(WsUrl url, long startNanos, Way way) {
    this.url = url;
    this.startNanos = startNanos;
    this.way = way;
  }

  /** Goes on where the request before ended, on the same connection. */
  public void goesOnAfter(Evidence before) {
    tls = before.tlsOrNull();
    remote = before.remoteOrNull();
    local = before.localOrNull();
  }

  /** Tells what was seen on the way to another server, at which this one's attempt ended. */
  public void sawBefore(Evidence seen) {
    tries.addAll(seen.tries());
    tls = seen.tlsOrNull();
    received = seen.answer().isPresent() ? Bytes.EMPTY : seen.received();
    seen.way().tunnel().ifPresent(this::tunnel);
  }

  /** The stage that began last. */
  public Stage stage() {
    return stage;
  }

  public void begin(Stage next) {
    stage = next;
    stageNanos = System.nanoTime();
    stageOpen = true;
  }

  /**
   * Ends the stage that began last, and says how long it took; a stage that comes again, as on the
   * way through a proxy, counts each time.
   */
  public Duration end() {
    var taken = Duration.ofNanos(System.nanoTime() - stageNanos);
    timings = timings.with(stage, timings.of(stage).orElse(Duration.ZERO).plus(taken));
    stageOpen = false;
    return taken;
  }

  /** Adds the time of a stage that another watched. */
  public void took(Stage other, Duration time) {
    timings = timings.with(other, time);
  }

  public void tried(AddressTry address) {
    tries.add(address);
  }

  List<AddressTry> tries() {
    return tries;
  }

  public void connected(DuplexChannel socket) {
    remote = socket.remoteAddress();
    local = remote instanceof InetSocketAddress ? socket.localAddress() : null;
  }

  public void tls(TlsFacts facts) {
    tls = facts;
  }

  public void tunnel(Tunnel changed) {
    way = way.withTunnel(changed);
  }

  public void request(RequestHead sent) {
    request = sent;
  }

  public void answer(ResponseHead head) {
    answer = head;
  }

  public void received(Bytes bytes) {
    received = bytes;
  }

  public void violations(List<HandshakeViolation> found) {
    violations = found;
  }

  /** What is known so far; a stage that is still open counts up to now. */
  public Evidence toEvidence() {
    if (stageOpen) {
      end();
    }
    var total = Duration.ofNanos(System.nanoTime() - startNanos);
    return new Evidence(
        url,
        request,
        answer,
        received,
        violations,
        timings.withTotal(total),
        tls,
        tries,
        remote,
        local,
        way);
  }
}
