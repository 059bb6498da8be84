package parley.transport.channel;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.ResourceLeakDetector;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import parley.transport.connection.Scheduled;

/** One thread that serves sockets, and what its connections share. */
public final class Loop implements AutoCloseable {

  static {
    // Netty's flight recorder events cost a one-shot connection a third of its start-up.
    System.setProperty("io.netty.jfr.enabled", "false");
    QuietLogger.install();
    // Its sampling costs time and memory on the hot path; our tests count references themselves.
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
  }

  private final EventLoop events;
  private final ReadBuffers readBuffers = new ReadBuffers();
  private final MaskingKeys maskingKeys = new MaskingKeys();

  public Loop(String name) {
    ThreadFactory threads = task -> Thread.ofPlatform().name(name).daemon().unstarted(task);
    // One loop without a group around it: a group starts more classes and nothing here shares it.
    events = new SingleThreadIoEventLoop(null, threads, NioIoHandler.newFactory());
  }

  public EventLoop events() {
    return events;
  }

  ByteBufAllocator allocator() {
    return ByteBufAllocator.DEFAULT;
  }

  ReadBuffers readBuffers() {
    return readBuffers;
  }

  public MaskingKeys maskingKeys() {
    return maskingKeys;
  }

  /**
   * Runs {@code task} on the loop: at once when called there.
   *
   * @return false when the loop has ended and the task will not run
   */
  public boolean run(Runnable task) {
    if (events.inEventLoop()) {
      task.run();
      return true;
    }
    try {
      events.execute(task);
      return true;
    } catch (RejectedExecutionException ended) {
      return false;
    }
  }

  /**
   * Runs {@code task} on the loop after {@code delay}, never earlier; not at all when the loop has
   * ended by then.
   */
  public Scheduled schedule(Duration delay, Runnable task) {
    try {
      var timer = events.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
      return () -> timer.cancel(false);
    } catch (RejectedExecutionException ended) {
      return () -> {};
    }
  }

  /**
   * Ends the thread after the tasks at hand, with no quiet period: halting the JVM while a loop
   * sits in native code is slow.
   */
  @Override
  public void close() {
    var ended = events.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    if (!events.inEventLoop()) {
      ended.awaitUninterruptibly(2, TimeUnit.SECONDS);
    }
  }
}
