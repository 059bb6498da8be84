package parley.transport.connect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Credentials;
import parley.model.connection.Hop;
import parley.model.connection.Stage;
import parley.model.connection.Way;
import parley.model.connection.WsUrl;
import parley.transport.channel.Cut;
import parley.transport.channel.Loop;
import parley.transport.connection.ConnectionObserver;
import parley.transport.connection.Scheduled;
import parley.transport.connection.Surroundings;
import parley.transport.stage.EvidenceLog;
import parley.transport.stage.TlsClients;

/**
 * One attempt to open a connection, on the loop's thread: one dial after another until an answer is
 * final. The connect timeout bounds all of them together, up to the head of the last answer.
 *
 * <pre>
 *   asked -> prepared -> dialled -> open | failed | refused
 *     ^                     |
 *     '--- what to ask next, when the answer is to be followed
 * </pre>
 */
final class Journey {

  private final Loop loop;
  private final Surroundings surroundings;
  private final TlsClients tlsClients;
  private final Tokens tokens;
  private final ConnectSpec asked;
  private final Cookies cookies;
  private final ConnectionObserver observer;
  private final CompletableFuture<Attempt> result;
  private final Redirects redirects;
  private final long startNanos = System.nanoTime();
  private final long deadlineNanos;
  private final List<Hop> hops = new ArrayList<>();
  private Runnable whenOver = () -> {};
  private Proof carried = Proof.NONE;
  private @Nullable Scheduled timer;
  private @Nullable Dial dial;
  private @Nullable Kept kept;

  Journey(
      Loop loop,
      Surroundings surroundings,
      TlsClients tlsClients,
      Tokens tokens,
      ConnectSpec asked,
      Cookies cookies,
      ConnectionObserver observer,
      CompletableFuture<Attempt> result) {
    this.loop = loop;
    this.surroundings = surroundings;
    this.tlsClients = tlsClients;
    this.tokens = tokens;
    this.asked = asked;
    this.cookies = cookies;
    this.observer = observer;
    this.result = result;
    redirects = new Redirects(asked);
    deadlineNanos = startNanos + asked.connectTimeout().toNanos();
  }

  /** Calls {@code task} when the attempt has come to nothing, or its connection has ended. */
  void whenOver(Runnable task) {
    whenOver = task;
  }

  void start() {
    var _ = result.whenComplete((_, _) -> loop.run(this::giveUpIfCancelled));
    var _ = redirects.isNew(cookies.onto(asked));
    ask(asked);
  }

  private void ask(ConnectSpec spec) {
    dial = null;
    var ready = cookies.onto(spec);
    var beganNanos = System.nanoTime();
    guarded(() ->
        preparation(ready)
            .prepare(ready, outcome -> guarded(() -> prepared(spec, ready, outcome, beganNanos))));
    if (dial == null && !result.isDone()) {
      var left = Duration.ofNanos(Math.max(1, deadlineNanos - System.nanoTime()));
      timer = loop.schedule(left, () -> timedOut(spec));
    }
  }

  /** What {@code spec} needs before it can be sent. */
  private Preparation preparation(ConnectSpec spec) {
    return switch (spec.credentialsOrNull()) {
      case Credentials.ClientCredentials client ->
          (_, then) -> tokens.get(spec, client, observer, then);
      case Credentials.AwsSignature aws ->
          (_, then) -> then.accept(new Preparation.Outcome.Ready(AwsProof.of(spec, aws)));
      case Credentials.Digest _ -> Preparation.NONE;
      case null -> Preparation.NONE;
    };
  }

  private void prepared(
      ConnectSpec spec, ConnectSpec ready, Preparation.Outcome outcome, long beganNanos) {
    if (result.isDone()) {
      return;
    }
    cancelTimer();
    switch (outcome) {
      case Preparation.Outcome.Ready(var proof) -> dial(spec, ready, proof, beganNanos);
      case Preparation.Outcome.Unready(var cause, var text, var token, var seen) -> {
        var log = log(spec, new Way(hops, null, token), beganNanos);
        if (seen != null) {
          log.sawBefore(seen);
        }
        fail(log, cause, text);
      }
    }
  }

  /** With the time that a token took, unless it was at hand. */
  private EvidenceLog log(ConnectSpec spec, Way way, long beganNanos) {
    var log = new EvidenceLog(spec.url(), startNanos, way);
    if (way.token().isPresent() && !way.token().get().reused()) {
      log.took(Stage.TOKEN, Duration.ofNanos(System.nanoTime() - beganNanos));
    }
    return log;
  }

  private void dial(ConnectSpec spec, ConnectSpec ready, Proof proof, long beganNanos) {
    var over = takeKept(ready.url());
    var tunnel = over == null ? null : over.evidence().way().tunnelOrNull();
    var log = log(ready, new Way(hops, tunnel, proof.tokenOrNull()), beganNanos);
    var question = Question.upgrade(ready, proof, loop.maskingKeys().nonce());
    var attempt = new CompletableFuture<Attempt>();
    var next =
        new Dial(
            loop, surroundings, tlsClients, ready, question, deadlineNanos, log, observer, attempt);
    carried = proof;
    dial = next;
    next.whenOver(() -> dialOver(next));
    var _ = attempt.whenComplete((came, fault) -> guarded(() -> dialled(spec, over, came, fault)));
    if (over == null) {
      next.start();
    } else {
      next.startOn(over);
    }
  }

  /** The connection of the refusal before, if the next request may go over it; else it is cut. */
  private @Nullable Kept takeKept(WsUrl url) {
    var taken = kept;
    kept = null;
    if (taken == null || taken.leadsTo(url)) {
      return taken;
    }
    Cut.now(taken.socket());
    return null;
  }

  private void dialled(
      ConnectSpec spec, @Nullable Kept over, @Nullable Attempt attempt, @Nullable Throwable fault) {
    if (fault != null) {
      result.completeExceptionally(fault);
    } else if (attempt != null) {
      keepCookies(spec, attempt);
      switch (attempt) {
        case Attempt.Open open -> result.complete(open);
        case Attempt.Rejected refused -> refused(spec, refused);
        case Attempt.Failed failed when over != null && isSilent(failed) -> ask(spec);
        case Attempt.Failed failed -> result.complete(failed);
      }
    }
  }

  /** RFC 9112, 9.3.1: the server may end a kept connection at any time; a new one tells more. */
  private static boolean isSilent(Attempt.Failed failed) {
    var cause = failed.cause();
    return (cause == Cause.STREAM_ENDED || cause == Cause.RESET)
        && failed.evidence().received().isEmpty();
  }

  private void keepCookies(ConnectSpec spec, Attempt attempt) {
    attempt
        .evidence()
        .answer()
        .ifPresent(answer -> cookies.received(spec, answer).forEach(observer::noticed));
  }

  private void refused(ConnectSpec spec, Attempt.Rejected refused) {
    switch (turn(spec, refused)) {
      case Turn.Stay() -> result.complete(refused);
      case Turn.StayFor(var why) -> {
        observer.noticed(why);
        result.complete(refused);
      }
      case Turn.Stuck(var why) -> stuck(refused, why);
      case Turn.Onward(var next, var reason, var why) -> onward(refused, next, reason, why);
    }
  }

  private Turn turn(ConnectSpec spec, Attempt.Rejected refused) {
    if (spec.credentialsOrNull() instanceof Credentials.ClientCredentials client
        && tokens.mayHelp(client, carried, refused, hops)) {
      return new Turn.Onward(
          spec, Hop.Reason.CHALLENGE, "the token is refused: asking for another");
    }
    var redirect = redirects.after(refused, hops);
    return redirect instanceof Turn.Stay
        ? Challenges.after(refused, spec, hops, loop.maskingKeys().nonce())
        : redirect;
  }

  private void onward(Attempt.Rejected refused, ConnectSpec next, Hop.Reason reason, String why) {
    var evidence = refused.evidence();
    if (reason == Hop.Reason.REDIRECT && !redirects.isNew(cookies.onto(next))) {
      stuck(
          refused,
          "the redirects lead in a circle: "
              + Redirects.chain(hops, evidence.url(), next.url().toString()));
      return;
    }
    observer.noticed(why);
    var request = evidence.request().orElseThrow();
    hops.add(new Hop(evidence.url(), request, refused.answer(), refused.body(), reason));
    keep(refused);
    ask(next);
  }

  private void keep(Attempt.Rejected refused) {
    var socket = dial == null || !Kept.isAllowedBy(refused) ? null : dial.giveAway();
    kept = socket == null ? null : new Kept(socket, refused.evidence());
  }

  private void stuck(Attempt.Rejected refused, String why) {
    result.complete(new Attempt.Failed(refused.evidence(), Stage.UPGRADE, Cause.REDIRECT, why));
  }

  private void dialOver(Dial ended) {
    if (ended == dial && result.isDone()) {
      whenOver.run();
    }
  }

  private void timedOut(ConnectSpec spec) {
    var log = log(spec, new Way(hops, null, null), startNanos);
    log.took(Stage.TOKEN, spec.connectTimeout());
    fail(log, Cause.TIMEOUT, Causes.timeoutText(Stage.TOKEN, spec));
  }

  /** Fails before there is anything to dial with. */
  private void fail(EvidenceLog log, Cause cause, String text) {
    if (result.complete(new Attempt.Failed(log.toEvidence(), Stage.TOKEN, cause, text))) {
      cancelTimer();
      cutKept();
      whenOver.run();
    }
  }

  private void giveUpIfCancelled() {
    if (!result.isCancelled()) {
      return;
    }
    cancelTimer();
    cutKept();
    if (dial == null) {
      whenOver.run();
    } else {
      dial.giveUp();
    }
  }

  private void cutKept() {
    if (kept != null) {
      Cut.now(kept.socket());
      kept = null;
    }
  }

  private void cancelTimer() {
    if (timer != null) {
      timer.cancel();
    }
  }

  /** Ends the attempt or its connection, since the connector is closed. */
  void close() {
    if (dial != null) {
      dial.close();
    } else {
      var log = log(asked, new Way(hops, null, null), startNanos);
      fail(log, Cause.CANCELLED, "the connector was closed");
    }
  }

  /**
   * A step or an observer that throws ends the attempt, and what it has opened: its fault is the
   * caller's to see.
   */
  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException fault) {
      result.completeExceptionally(fault);
      cancelTimer();
      cutKept();
      if (dial != null) {
        dial.close();
      }
      whenOver.run();
    }
  }
}
