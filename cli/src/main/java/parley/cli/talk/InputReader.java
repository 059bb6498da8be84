package parley.cli.talk;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import parley.cli.input.Notation;
import parley.cli.input.Splitter;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;

/**
 * Reads messages from standard input on a thread of its own. It stops reading while {@link
 * #WINDOW_BYTES} of what it gave are not yet written to the connection.
 */
final class InputReader {

  /** The largest message that is read; a longer one ends the reading with a problem. */
  static final ByteSize MAX_MESSAGE = ByteSize.ofMegabytes(256);

  private static final int WINDOW_BYTES = 1 << 20;
  private static final int OVERHEAD_BYTES = 64;

  private final InputStream in;
  private final List<InputItem> items;
  private final Notation notation;
  private final MessageMaker maker;
  private final Consumer<TalkEvent> events;
  private final Semaphore window = new Semaphore(WINDOW_BYTES, true);
  private long count;
  private boolean unreadable;

  InputReader(
      InputStream in,
      List<InputItem> items,
      Notation notation,
      MessageMaker maker,
      Consumer<TalkEvent> events) {
    this.in = in;
    this.items = items;
    this.notation = notation;
    this.maker = maker;
    this.events = events;
  }

  void start() {
    if (InputItem.needInput(items)) {
      Thread.ofPlatform().daemon().name("input").start(this::run);
    } else {
      run();
    }
  }

  /** A message of this many bytes needs no more memory. */
  void release(int payloadBytes) {
    window.release(cost(payloadBytes));
  }

  private static int cost(int payloadBytes) {
    return Math.min(WINDOW_BYTES, payloadBytes + OVERHEAD_BYTES);
  }

  private void run() {
    try {
      readAll();
      if (!unreadable) {
        events.accept(new TalkEvent.InputEnded());
      }
    } catch (IOException broken) {
      events.accept(new TalkEvent.InputUnreadable("standard input failed: " + broken.getMessage()));
    }
  }

  private void readAll() throws IOException {
    for (var item : items) {
      switch (item) {
        case InputItem.Given(var payload) ->
            events.accept(new TalkEvent.Input(maker.message(payload)));
        case InputItem.StandardInput(var separator) -> readInput(new Splitter(separator));
      }
    }
  }

  private void readInput(Splitter splitter) throws IOException {
    var chunk = new byte[1 << 16];
    for (var length = in.read(chunk); length >= 0 && !unreadable; length = in.read(chunk)) {
      splitter.take(chunk, length, this::give);
      if (splitter.pendingBytes() > MAX_MESSAGE.bytes()) {
        refuse("exceeds " + MAX_MESSAGE + ", the most that is sent as one message");
      }
    }
    splitter.end(this::give);
  }

  private void give(Bytes written) {
    if (unreadable) {
      return;
    }
    count++;
    switch (notation.read(written)) {
      case Notation.Decoded.Payload(var bytes) -> give(maker.message(bytes), bytes.size());
      case Notation.Decoded.Unreadable(var problem) -> refuse(problem);
    }
  }

  private void give(Outgoing message, int payloadBytes) {
    window.acquireUninterruptibly(cost(payloadBytes));
    events.accept(new TalkEvent.Input(message));
  }

  private void refuse(String problem) {
    unreadable = true;
    events.accept(
        new TalkEvent.InputUnreadable("message " + count + " of standard input: " + problem));
  }
}
