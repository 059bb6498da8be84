package parley.transport.connect;

import io.netty.buffer.ByteBuf;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.concurrent.Future;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Proxies;
import parley.model.connection.Stage;
import parley.protocol.endpoint.Policy;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Judgement;
import parley.protocol.handshake.ResponseHead;
import parley.transport.address.NetworkFailure;
import parley.transport.address.Reach;
import parley.transport.channel.Cut;
import parley.transport.channel.Link;
import parley.transport.channel.Loop;
import parley.transport.connection.ConnectionObserver;
import parley.transport.connection.Surroundings;
import parley.transport.proxy.Passage;
import parley.transport.stage.EvidenceLog;
import parley.transport.stage.RefusalBody;
import parley.transport.stage.RefusalHandler;
import parley.transport.stage.TlsClients;
import parley.transport.stage.TlsStage;
import parley.transport.stage.UpgradeHandler;
import parley.transport.tls.TlsClient;

/**
 * One request for a connection and its answer, on the loop's thread: a stage of a {@link Journey}.
 *
 * <pre>
 *   DNS -> TCP -> (PROXY) -> (TLS) -> UPGRADE -> open | rejected
 *   every stage -> failed
 * </pre>
 */
final class Dial implements Reach.Listener, Passage.Listener, UpgradeHandler.Listener {

  private static final String REFUSAL = "refusal";

  private final Loop loop;
  private final TlsClients tlsClients;
  private final ConnectSpec spec;
  private final Proxies.Choice proxy;
  private final ConnectionObserver observer;
  private final CompletableFuture<Attempt> result;
  private final long deadlineNanos;
  private final EvidenceLog log;
  private final Question question;
  private final @Nullable Passage passage;
  private final Reach reach;
  private final UpgradeHandler upgrade;
  private Runnable whenOver = () -> {};
  private @Nullable Future<?> timer;
  private @Nullable DuplexChannel socket;
  private @Nullable TlsStage tls;
  private @Nullable Link link;

  Dial(
      Loop loop,
      Surroundings surroundings,
      TlsClients tlsClients,
      ConnectSpec spec,
      Question question,
      long deadlineNanos,
      EvidenceLog log,
      ConnectionObserver observer,
      CompletableFuture<Attempt> result) {
    this.loop = loop;
    this.tlsClients = tlsClients;
    this.spec = spec;
    this.observer = observer;
    this.result = result;
    this.deadlineNanos = deadlineNanos;
    this.log = log;
    this.question = question;
    upgrade = new UpgradeHandler(question.request(), question.body(), this);
    proxy = Passage.choose(spec, surroundings.variables());
    passage =
        proxy instanceof Proxies.Choice.By(var used)
            ? new Passage(loop, tlsClients, spec, used, log, observer, this)
            : null;
    var place = passage == null ? spec.url().hostPort() : passage.place();
    reach = new Reach(loop, spec, place, log, observer, this);
  }

  /** Calls {@code task} when the attempt has come to nothing, or its connection has ended. */
  void whenOver(Runnable task) {
    whenOver = task;
  }

  void start() {
    timer = loop.events().schedule(this::timedOut, leftNanos(), TimeUnit.NANOSECONDS);
    if (spec.url().secure()) {
      var _ =
          tlsClients
              .prepare(spec.tls(), spec.url().host())
              .whenComplete((_, failure) -> tlsPrepared(failure));
    }
    if (passage != null) {
      passage.begin();
    }
    if (proxy instanceof Proxies.Choice.Unreadable(var variable, var problem)) {
      fail(Stage.PROXY, Cause.NOT_A_PROXY, "the environment variable " + variable + ": " + problem);
    } else {
      guarded(reach::start);
    }
  }

  /** Asks once more on a connection that an earlier dial left open. */
  void startOn(Kept kept) {
    timer = loop.events().schedule(this::timedOut, leftNanos(), TimeUnit.NANOSECONDS);
    socket = kept.socket();
    log.goesOnAfter(kept.evidence());
    guarded(() -> upgrade(kept.socket()));
  }

  /** Gives the connection away, to be ended by whoever has it now; null when it has ended. */
  @Nullable DuplexChannel giveAway() {
    var given = socket;
    socket = null;
    if (given != null) {
      given.pipeline().remove(REFUSAL);
    }
    return given;
  }

  private long leftNanos() {
    return Math.max(1, deadlineNanos - System.nanoTime());
  }

  private void tlsPrepared(@Nullable Throwable failure) {
    if (failure != null) {
      var cause = failure.getCause() == null ? failure : failure.getCause();
      var text = String.valueOf(cause.getMessage());
      loop.run(() -> fail(Stage.TLS, Cause.TLS_SETTINGS, text));
    }
  }

  @Override
  public void unreachable(Cause cause, String text) {
    fail(
        cause,
        proxy instanceof Proxies.Choice.By(var used)
            ? "the proxy " + used.url() + " is not reached: " + text
            : text);
  }

  @Override
  public void connected(DuplexChannel connected) {
    socket = connected;
    var way = passage;
    if (way == null) {
      passed(connected);
    } else {
      guarded(() -> way.start(connected));
    }
  }

  @Override
  public void again() {
    socket = null;
    reach.start();
  }

  @Override
  public void stopped(Cause cause, String text) {
    fail(cause, text);
  }

  @Override
  public void passed(DuplexChannel connected) {
    if (spec.url().secure()) {
      log.begin(Stage.TLS);
      connected.config().setAutoRead(false); // Until somebody is there to see it.
      var _ =
          tlsClients
              .prepare(spec.tls(), spec.url().host())
              .thenAccept(client -> loop.run(() -> guarded(() -> secure(client, connected))));
    } else {
      guarded(() -> upgrade(connected));
    }
  }

  private void secure(TlsClient client, DuplexChannel connected) {
    if (isOver()) {
      return;
    }
    var stage = new TlsStage(client, spec.url().hostPort().withoutZone());
    tls = stage;
    log.begin(Stage.TLS);
    observer.securing(stage.name());
    stage.start(connected, failure -> guarded(() -> secured(stage, failure, connected)));
    connected.config().setAutoRead(true);
  }

  private void secured(TlsStage stage, @Nullable Throwable failure, DuplexChannel connected) {
    if (isOver()) {
      return;
    }
    if (failure != null) {
      fail(failure, "during the TLS handshake");
      return;
    }
    log.tls(stage.facts());
    observer.secured(stage.facts(), log.end());
    upgrade(connected);
  }

  private void upgrade(DuplexChannel connected) {
    log.begin(Stage.UPGRADE);
    log.request(question.shown());
    observer.upgrading(question.shown());
    connected.pipeline().addLast(upgrade);
    connected.config().setAutoRead(true);
  }

  @Override
  public void answered(ResponseHead answer, Bytes head, ByteBuf rest) {
    if (!isOver()) {
      log.answer(answer);
      log.received(head);
      guarded(() -> judge(answer, rest));
    }
  }

  private void judge(ResponseHead answer, ByteBuf rest) {
    observer.answered(answer, log.end());
    cancelTimer();
    var judgement = question.judge().apply(answer);
    log.violations(judgement.violations());
    if (!judgement.upgraded()) {
      readRefusal(answer, rest);
    } else if (judgement.isFaultless() || spec.policy() == Policy.REPORT_ONLY) {
      open(answer, judgement, rest);
    } else {
      var first = judgement.violations().getFirst();
      fail(Causes.of(first.rule()), first.toString());
    }
  }

  private void readRefusal(ResponseHead answer, ByteBuf rest) {
    var body = new RefusalBody(answer, spec.maxRefusalBody());
    var reader =
        new RefusalHandler(
            body,
            spec.refusalTimeout(),
            (bytes, end) -> finish(new Attempt.Rejected(log.toEvidence(), answer, bytes, end)));
    connectedSocket().pipeline().replace(upgrade, REFUSAL, reader);
    reader.read(rest);
  }

  private void open(ResponseHead answer, Judgement judgement, ByteBuf rest) {
    var connected = connectedSocket();
    connected.pipeline().remove(upgrade);
    var opened =
        Link.open(loop, connected, SpecParts.link(spec, judgement.deflateOrNull()), observer);
    link = opened;
    var _ = opened.closure().thenRun(whenOver);
    observer.opened(opened);
    forgetTls();
    result.complete(
        new Attempt.Open(
            log.toEvidence(), answer, judgement.subprotocolOrNull(), judgement.deflateOrNull()));
    opened.receive(rest);
  }

  private DuplexChannel connectedSocket() {
    var connected = socket;
    if (connected == null) {
      throw new IllegalStateException("an answer needs a socket");
    }
    return connected;
  }

  @Override
  public void notHttp(String why, Bytes received) {
    log.received(received.slice(0, Math.min(received.size(), 64)));
    fail(Cause.NOT_HTTP, "the answer is not HTTP: " + why);
  }

  @Override
  public void tooLarge(String limit, Bytes received) {
    log.received(received);
    fail(Cause.HEAD_TOO_LARGE, "the head of the answer exceeds the limit of " + limit);
  }

  @Override
  public void broken(Throwable failure, Bytes received) {
    log.received(received);
    fail(failure, "before its answer was complete");
  }

  @Override
  public void ended(Bytes received) {
    log.received(received);
    fail(
        Cause.STREAM_ENDED,
        "the server ended the connection "
            + (received.isEmpty()
                ? "without an answer"
                : "after " + received.size() + " bytes of an answer"));
  }

  private void timedOut() {
    reach.giveUp();
    log.received(upgrade.received());
    fail(Cause.TIMEOUT, Causes.timeoutText(log.stage(), spec, proxy));
  }

  /** Fails with what an exception of TLS or the network says. */
  private void fail(Throwable failure, String when) {
    var diagnosis = tls == null ? null : tls.diagnose(failure).orElse(null);
    if (diagnosis == null) {
      var network = NetworkFailure.of(failure);
      fail(network.cause(), network.text() + " " + when);
      return;
    }
    if (diagnosis.cause() == Cause.NOT_TLS && tls != null) {
      log.received(tls.firstBytes());
    }
    fail(diagnosis.cause(), diagnosis.text());
  }

  private void fail(Cause cause, String text) {
    fail(log.stage(), cause, text);
  }

  private void fail(Stage stage, Cause cause, String text) {
    if (isOver()) {
      return;
    }
    if (tls != null) {
      log.tls(tls.facts());
    }
    finish(new Attempt.Failed(log.toEvidence(), stage, cause, text));
  }

  private void finish(Attempt attempt) {
    result.complete(attempt);
    release();
  }

  private void release() {
    cancelTimer();
    forgetTls();
    reach.giveUp();
    if (socket != null) {
      Cut.now(socket);
    }
    whenOver.run();
  }

  private void forgetTls() {
    if (passage != null) {
      passage.forget();
    }
    if (tls != null) {
      tls.forget();
    }
  }

  private void cancelTimer() {
    if (timer != null) {
      timer.cancel(false);
    }
  }

  @Override
  public boolean isOver() {
    return result.isDone();
  }

  /** Lets go of all, since nobody waits for an answer any more. */
  void giveUp() {
    result.cancel(false);
    release();
  }

  /** Ends the attempt or its connection, since the connector is closed. */
  void close() {
    if (link != null) {
      link.abort();
    } else {
      fail(Cause.CANCELLED, "the connector was closed");
    }
  }

  /** An observer that throws ends the attempt: its fault is the caller's to see. */
  @Override
  public void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException fault) {
      result.completeExceptionally(fault);
      release();
    }
  }
}
