package parley.cli.talk;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.model.connection.Attempt;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Outgoing;
import parley.transport.record.TranscriptClock;

/**
 * Runs one conversation in a pipe. Everything that happens is a task for one thread, the caller's
 * of {@link #run}, so that {@link Talk} sees it in one order.
 */
public final class Driver implements TalkActions, Channel.Listener {

  private static final Duration INTERRUPTION_LIMIT = Duration.ofSeconds(1);
  private static final Duration LAST_WORDS_LIMIT = Duration.ofSeconds(1);

  private final long startNanos = System.nanoTime();
  private final TalkPlan plan;
  private final Channel channel;
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final TranscriptClock clock = new TranscriptClock();
  private final Talk talk;
  private final Output output;
  private final Printer printer;
  private final InputReader input;
  private final CountDownLatch done = new CountDownLatch(1);
  private final Backlog backlog;
  private @Nullable ExitCode outcome;

  private Driver(TalkPlan plan, Channel channel, Shell shell) {
    this.plan = plan;
    this.channel = channel;
    this.talk = new Talk(plan.talk(), 0);
    this.backlog = new Backlog(channel::pauseReading, channel::resumeReading);
    this.output =
        new Output(
            shell.out(), shell.err(), () -> post(new TalkEvent.OutputGone()), backlog::remove);
    this.printer = new Printer(plan.view(), zone(plan.view()), channel.redaction(), output);
    this.input =
        new InputReader(shell.in(), plan.input(), plan.notation(), plan.maker(), this::post);
    shell.interruption().accept(this::interrupt);
  }

  /** The rules of a time zone take 10 ms to load, so none is asked for where no time is shown. */
  private static ZoneId zone(View view) {
    return view.timestamps() ? ZoneId.systemDefault() : ZoneOffset.UTC;
  }

  /**
   * Talks until it is over, and tells how it went.
   *
   * @param notices what to say first, a sentence each
   */
  public static ExitCode run(TalkPlan plan, List<String> notices, Channel channel, Shell shell) {
    return new Driver(plan, channel, shell).run(notices);
  }

  private ExitCode run(List<String> notices) {
    channel.open(this, clock);
    input.start();
    for (var notice : notices) {
      printer.print(new Entry.Notice(clock.now(), notice));
    }
    var code = loop();
    output.finish(
        code == ExitCode.TIMEOUT || code == ExitCode.INTERRUPTED
            ? LAST_WORDS_LIMIT
            : Duration.ofDays(1));
    done.countDown();
    return code;
  }

  private ExitCode loop() {
    while (true) {
      var code = outcome;
      if (code != null) {
        return code;
      }
      next().run();
    }
  }

  private Runnable next() {
    var waitNanos = talk.deadlineNanos() - nowNanos();
    try {
      var task = tasks.poll(Math.max(0, waitNanos), TimeUnit.NANOSECONDS);
      return task == null ? () -> tell(new TalkEvent.TimePassed()) : task;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return () -> outcome = ExitCode.INTERRUPTED;
    }
  }

  @Override
  public void attempted(Attempt attempt) {
    tasks.add(() -> tried(attempt));
  }

  @Override
  public void impossible(String why) {
    tasks.add(() -> {
      printer.complain(why);
      outcome = ExitCode.USAGE;
    });
  }

  private void tried(Attempt attempt) {
    switch (attempt) {
      case Attempt.Open open -> {
        printer.print(new Entry.Opened(clock.now(), open));
        tell(new TalkEvent.Opened());
      }
      case Attempt.Rejected rejected ->
          notOpened(new Entry.Refused(clock.now(), rejected), attempt);
      case Attempt.Failed failed -> notOpened(new Entry.Failed(clock.now(), failed), attempt);
    }
  }

  private void notOpened(Entry entry, Attempt attempt) {
    printer.print(entry);
    tell(new TalkEvent.NotOpened(attempt));
  }

  /** On the connection's thread. */
  @Override
  public void entry(Entry entry) {
    backlog.add(Printer.weight(entry));
    tasks.add(() -> recorded(entry));
  }

  private void recorded(Entry entry) {
    if (plan.view().json() || talk.wantsMessages() || !(entry instanceof Entry.Message)) {
      printer.print(entry);
    }
    output.weigh(Printer.weight(entry));
    if (entry instanceof Entry.Message(var _, var direction, var _, var payload, var _)
        && direction == Direction.RECEIVED) {
      tell(new TalkEvent.Received(payload));
    } else if (entry instanceof Entry.Closed(var _, var closure)) {
      tell(new TalkEvent.Closed(closure));
    }
  }

  private void post(TalkEvent event) {
    tasks.add(() -> tell(event));
  }

  private void tell(TalkEvent event) {
    talk.on(event, nowNanos(), this);
  }

  private long nowNanos() {
    return System.nanoTime() - startNanos;
  }

  @Override
  public void send(Outgoing message) {
    var size = payloadSize(message);
    var _ =
        channel
            .send(message)
            .thenAccept(written -> {
              input.release(size);
              post(new TalkEvent.Delivered(written));
            });
  }

  private static int payloadSize(Outgoing message) {
    return switch (message) {
      case Outgoing.Text(var payload, var _) -> payload.size();
      case Outgoing.Binary(var payload, var _) -> payload.size();
      case Outgoing.Ping _, Outgoing.Pong _, Outgoing.Close _, Outgoing.Frame _, Outgoing.Raw _ ->
          0;
    };
  }

  @Override
  public void close(CloseStatus status) {
    channel.close(status);
  }

  @Override
  public void complain(String text) {
    printer.complain(text);
  }

  @Override
  public void finish(ExitCode code) {
    outcome = code;
  }

  /** From another thread: closes and waits a little until all is over. */
  private void interrupt() {
    post(new TalkEvent.Interrupted());
    try {
      var _ = done.await(INTERRUPTION_LIMIT.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
