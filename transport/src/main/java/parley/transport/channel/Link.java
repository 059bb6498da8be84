package parley.transport.channel;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import parley.model.connection.KeepAlive;
import parley.protocol.endpoint.Closure;
import parley.protocol.endpoint.Endpoint;
import parley.protocol.endpoint.Framing;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;
import parley.transport.connection.Connection;
import parley.transport.connection.ConnectionObserver;
import parley.transport.connection.Delivery;
import parley.transport.connection.Pace;

/**
 * An open connection: an endpoint on a socket. Its methods hop to the loop's thread, and {@link
 * LinkHandler} tells it there what the socket does.
 */
public final class Link implements Connection {

  /** What we answered and the peer did not take yet, beyond which it is not read any further. */
  private static final int MAX_ANSWERED_BYTES = 1 << 20;

  private final Loop loop;
  private final DuplexChannel socket;
  private final Outbox outbox;
  private final ReadGate gate;
  private final Ending ending;
  private final PingLedger pings = new PingLedger();
  private final Endpoint endpoint;
  private final ConnectionObserver observer;
  private final ArrayDeque<Letter> unwritten = new ArrayDeque<>(2);
  private final CompletableFuture<Closure> closure = new CompletableFuture<>();
  private final SocketAddress remote;
  private final SocketAddress local;
  private CompletableFuture<Void> writable = new CompletableFuture<>();
  private boolean receiving;
  private boolean flushScheduled;
  private boolean outputEnded;
  private long answeredBytes;

  /** Something that was sent and is not known to be written. */
  private record Letter(Outgoing outgoing, CompletableFuture<Delivery> delivery) {}

  /** Takes over a socket whose handshake is done; to be called on its loop. */
  public static Link open(
      Loop loop, DuplexChannel socket, LinkSettings settings, ConnectionObserver observer) {
    var link = new Link(loop, socket, settings, observer);
    socket.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
    socket.pipeline().addLast(new LinkHandler(link));
    settings.keepAlive().ifPresent(link::startPings);
    return link;
  }

  private Link(
      Loop loop, DuplexChannel socket, LinkSettings settings, ConnectionObserver observer) {
    this.loop = loop;
    this.socket = socket;
    this.observer = observer;
    remote = socket.remoteAddress();
    local = socket.localAddress();
    outbox = new Outbox(socket, this::writabilityChanged);
    gate = new ReadGate(socket);
    var tap = new ObserverTap(observer, pings, this::loseUnwritten, closure::complete);
    var wire = new LinkWire(loop.allocator(), this);
    endpoint = new Endpoint(settings.endpoint(), wire, loop.maskingKeys(), tap);
    ending = new Ending(socket, outbox, gate, settings.closeTimeout(), endpoint::closeTimedOut);
  }

  private void startPings(KeepAlive keepAlive) {
    new KeepAlivePings(loop.events(), keepAlive, new PingedLink()).start();
  }

  @Override
  public CompletableFuture<Delivery> send(Outgoing outgoing) {
    return send(outgoing, () -> endpoint.send(outgoing));
  }

  @Override
  public CompletableFuture<Delivery> send(Outgoing outgoing, Pace pace) {
    return send(outgoing, () -> outbox.paced(pace, () -> endpoint.send(outgoing)));
  }

  /** Sends by an action that says whether anything was sent. */
  private CompletableFuture<Delivery> send(Outgoing outgoing, BooleanSupplier sending) {
    var letter = new Letter(outgoing, new CompletableFuture<>());
    if (!run(() -> sendNow(letter, sending))) {
      letter.delivery().complete(Delivery.REFUSED);
    }
    return letter.delivery();
  }

  private void sendNow(Letter letter, BooleanSupplier sending) {
    if (sending.getAsBoolean()) {
      unwritten.add(letter);
      outbox.whenWritten(success -> written(letter, success ? Delivery.WRITTEN : Delivery.LOST));
    } else {
      delivered(letter, Delivery.REFUSED);
    }
  }

  private void written(Letter letter, Delivery delivery) {
    if (unwritten.remove(letter)) {
      guarded(() -> delivered(letter, delivery));
    }
  }

  private void delivered(Letter letter, Delivery delivery) {
    observer.delivered(letter.outgoing(), delivery);
    letter.delivery().complete(delivery);
  }

  /** The connection has ended: what is not written by now counts as lost, whatever comes of it. */
  private void loseUnwritten() {
    while (!unwritten.isEmpty()) {
      delivered(unwritten.remove(), Delivery.LOST);
    }
  }

  @Override
  public void post(Outgoing outgoing) {
    run(() -> endpoint.send(outgoing));
  }

  @Override
  public boolean sendHere(boolean text, ByteBuffer payload, Framing framing) {
    return endpoint.sendMessage(text, payload, framing);
  }

  @Override
  public void abort() {
    run(this::abortNow);
  }

  private void abortNow() {
    endpoint.abort();
    Cut.withReset(socket);
  }

  @Override
  public void pauseReading() {
    run(() -> gate.pause(true));
  }

  @Override
  public void resumeReading() {
    run(() -> gate.pause(false));
  }

  @Override
  public boolean isWritable() {
    return socket.isWritable() && outbox.waitingBytes() < Socket.HIGH_WATER_BYTES;
  }

  @Override
  public CompletableFuture<Void> whenWritable() {
    var answer = new CompletableFuture<Void>();
    if (!run(() -> tellWhenWritable(answer))) {
      answer.complete(null);
    }
    return answer;
  }

  private void tellWhenWritable(CompletableFuture<Void> answer) {
    if (isWritable() || !socket.isActive()) {
      answer.complete(null);
    } else {
      var _ = writable.thenAccept(answer::complete);
    }
  }

  @Override
  public void schedule(Duration delay, Runnable task) {
    run(() -> scheduleNow(delay, task));
  }

  private void scheduleNow(Duration delay, Runnable task) {
    var _ =
        socket.eventLoop().schedule(() -> runIfOpen(task), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void runIfOpen(Runnable task) {
    if (isOpen()) {
      guarded(task);
    }
  }

  @Override
  public boolean isOpen() {
    return !closure.isDone();
  }

  @Override
  public CompletableFuture<Closure> closure() {
    return closure;
  }

  @Override
  public SocketAddress remote() {
    return remote;
  }

  @Override
  public SocketAddress local() {
    return local;
  }

  private boolean run(Runnable task) {
    return loop.run(() -> guarded(task));
  }

  /** An observer that throws must not leave a connection that nobody looks after. */
  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException fault) {
      failed(fault);
    }
  }

  void failed(Throwable fault) {
    abortNow();
    var thread = Thread.currentThread();
    thread.getUncaughtExceptionHandler().uncaughtException(thread, fault);
  }

  /** Takes what remains of the handshake's last read, then what the socket reads. */
  public void receive(ByteBuf bytes) {
    receiving = true;
    try {
      endpoint.receive(bytes.internalNioBuffer(bytes.readerIndex(), bytes.readableBytes()));
    } finally {
      receiving = false;
    }
    if (answeredBytes > MAX_ANSWERED_BYTES) {
      outbox.flush();
      gate.hold(!socket.isWritable());
    }
  }

  void readCompleted() {
    outbox.flush();
  }

  void write(ByteBuf bytes) {
    if (receiving) {
      answeredBytes += bytes.readableBytes();
    } else {
      scheduleFlush();
    }
    outbox.write(bytes);
  }

  /** One flush for all that the tasks at hand send. */
  private void scheduleFlush() {
    if (!flushScheduled) {
      flushScheduled = true;
      socket.eventLoop().execute(this::flush);
    }
  }

  private void flush() {
    flushScheduled = false;
    outbox.flush();
  }

  void writabilityChanged() {
    if (socket.isWritable()) {
      answeredBytes = 0;
      gate.hold(false);
    }
    if (isWritable()) {
      tellWritable();
    }
  }

  private void tellWritable() {
    var told = writable;
    writable = new CompletableFuture<>();
    guarded(() -> told.complete(null));
  }

  void awaitEnd() {
    ending.await();
  }

  void end() {
    ending.endOutput();
  }

  /**
   * A write failed: the peer has reset the connection, but what it sent before may still be there
   * to read. (Our own end comes here too, when nothing counts any more.)
   */
  void outputEnded() {
    outputEnded = true;
    awaitEnd();
  }

  void inputEnded() {
    outbox.flush(); // What the system still takes was written before the end.
    if (outputEnded) {
      endpoint.receiveReset(); // The failed write has used the error up, so only an end is read.
    } else {
      endpoint.receiveEnd();
    }
    ending.inputEnded();
  }

  void reset() {
    endpoint.receiveReset();
    Cut.now(socket);
  }

  /** The socket is closed, whoever did it. */
  void socketClosed() {
    ending.cancel();
    if (!(socket instanceof Socket)) {
      endpoint.receiveEnd(); // Netty closes a socket of this machine where it would half-close TCP.
    }
    endpoint.receiveReset();
    outbox.discard();
    tellWritable();
    endpoint.release();
  }

  /** What keep-alive pings see of this connection. */
  private final class PingedLink implements KeepAlivePings.Pinged {

    @Override
    public boolean isOpen() {
      return endpoint.isOpen();
    }

    @Override
    public boolean isReadingPaused() {
      return gate.isPaused();
    }

    @Override
    public boolean isPingWaiting(Bytes payload) {
      return pings.isWaiting(payload);
    }

    @Override
    public void sendPing(Bytes payload) {
      guarded(() -> endpoint.send(new Outgoing.Ping(payload)));
    }

    @Override
    public void pongTimedOut() {
      guarded(endpoint::pongTimedOut);
      Cut.now(socket);
    }
  }
}
