package parley.transport.connect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import parley.model.connection.Attempt;
import parley.model.connection.Cause;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Hop;
import parley.model.connection.Stage;
import parley.model.connection.Way;
import parley.transport.channel.Loop;
import parley.transport.connection.ConnectionObserver;
import parley.transport.connection.Scheduled;

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
  private final TlsClients tlsClients;
  private final ConnectSpec asked;
  private final ConnectionObserver observer;
  private final CompletableFuture<Attempt> result;
  private final long startNanos = System.nanoTime();
  private final long deadlineNanos;
  private final List<Hop> hops = new ArrayList<>();
  private Runnable whenOver = () -> {};
  private @Nullable Scheduled timer;
  private @Nullable Dial dial;

  Journey(
      Loop loop,
      TlsClients tlsClients,
      ConnectSpec asked,
      ConnectionObserver observer,
      CompletableFuture<Attempt> result) {
    this.loop = loop;
    this.tlsClients = tlsClients;
    this.asked = asked;
    this.observer = observer;
    this.result = result;
    deadlineNanos = startNanos + asked.connectTimeout().toNanos();
  }

  /** Calls {@code task} when the attempt has come to nothing, or its connection has ended. */
  void whenOver(Runnable task) {
    whenOver = task;
  }

  void start() {
    var _ = result.whenComplete((_, _) -> loop.run(this::giveUpIfCancelled));
    ask(asked);
  }

  private void ask(ConnectSpec spec) {
    dial = null;
    guarded(() -> preparation(spec).prepare(spec, outcome -> prepared(spec, outcome)));
    if (dial == null && !result.isDone()) {
      var left = Duration.ofNanos(Math.max(1, deadlineNanos - System.nanoTime()));
      timer = loop.schedule(left, () -> timedOut(spec));
    }
  }

  /** What {@code spec} needs before it can be sent. */
  private Preparation preparation(ConnectSpec spec) {
    return Preparation.NONE;
  }

  private void prepared(ConnectSpec spec, Preparation.Outcome outcome) {
    if (result.isDone()) {
      return;
    }
    cancelTimer();
    switch (outcome) {
      case Preparation.Outcome.Ready(var ready, var token) ->
          dial(ready, new Way(hops, null, token));
      case Preparation.Outcome.Unready(var cause, var text) -> fail(spec, cause, text);
    }
  }

  private void dial(ConnectSpec spec, Way way) {
    var attempt = new CompletableFuture<Attempt>();
    var log = new EvidenceLog(spec.url(), startNanos, way);
    var next = new Dial(loop, tlsClients, spec, deadlineNanos, log, observer, attempt);
    dial = next;
    next.whenOver(() -> dialOver(next));
    var _ = attempt.whenComplete(this::dialled);
    next.start();
  }

  private void dialled(@Nullable Attempt attempt, @Nullable Throwable fault) {
    if (attempt != null) {
      result.complete(attempt);
    } else if (fault != null) {
      result.completeExceptionally(fault);
    }
  }

  private void dialOver(Dial ended) {
    if (ended == dial && result.isDone()) {
      whenOver.run();
    }
  }

  private void timedOut(ConnectSpec spec) {
    fail(spec, Cause.TIMEOUT, Causes.timeoutText(Stage.TOKEN, spec));
  }

  /** Fails before there is anything to dial with. */
  private void fail(ConnectSpec spec, Cause cause, String text) {
    var evidence = new EvidenceLog(spec.url(), startNanos, new Way(hops, null, null)).toEvidence();
    if (result.complete(new Attempt.Failed(evidence, Stage.TOKEN, cause, text))) {
      cancelTimer();
      whenOver.run();
    }
  }

  private void giveUpIfCancelled() {
    if (!result.isCancelled()) {
      return;
    }
    cancelTimer();
    if (dial == null) {
      whenOver.run();
    } else {
      dial.giveUp();
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
      fail(asked, Cause.CANCELLED, "the connector was closed");
    }
  }

  /** A step or an observer that throws ends the attempt: its fault is the caller's to see. */
  private void guarded(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException fault) {
      result.completeExceptionally(fault);
      cancelTimer();
      whenOver.run();
    }
  }
}
