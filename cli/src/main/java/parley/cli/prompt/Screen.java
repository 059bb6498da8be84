package parley.cli.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Writes above the line being typed, on a thread of its own, so that a slow terminal holds up
 * nobody; what waits is written together. Any thread may call it.
 */
final class Screen {

  private static final int GATHERED = 500;

  private static final Piece END = new Piece("", -1);

  private record Piece(String text, long weight) {}

  private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
  private final Consumer<String> above;
  private final LongConsumer written;
  private final Thread thread;

  /** Starts the thread; {@code written} is told the weight of what was written. */
  Screen(Consumer<String> above, LongConsumer written) {
    this.above = above;
    this.written = written;
    this.thread = Thread.ofPlatform().daemon().name("screen").start(this::run);
  }

  /** Shows {@code text}, which may be empty, each of its lines ended. */
  void show(String text, long weight) {
    pieces.add(new Piece(text, weight));
  }

  /** Shows what waits, then nothing more. */
  void finish() {
    pieces.add(END);
    try {
      thread.join();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    var taken = new ArrayList<Piece>();
    try {
      while (!taken.contains(END)) {
        taken.clear();
        taken.add(pieces.take());
        pieces.drainTo(taken, GATHERED);
        write(taken);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(List<Piece> taken) {
    var text = new StringBuilder();
    var weight = 0L;
    for (var piece : taken) {
      text.append(piece.text);
      weight += piece.weight;
    }
    if (!text.isEmpty()) {
      above.accept(text.toString());
    }
    written.accept(weight);
  }
}
