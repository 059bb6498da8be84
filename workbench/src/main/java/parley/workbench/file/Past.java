package parley.workbench.file;

import java.util.ArrayDeque;
import java.util.Optional;
import parley.protocol.frame.Bytes;

/** What a file held before, and what was undone: as much of it as fits. */
final class Past {

  private static final int MAX_CHANGES = 500;
  private static final long MAX_BYTES = 32L << 20;

  private final ArrayDeque<Bytes> before = new ArrayDeque<>(); // the last one first
  private final ArrayDeque<Bytes> undone = new ArrayDeque<>(); // the next one first

  boolean canUndo() {
    return !before.isEmpty();
  }

  boolean canRedo() {
    return !undone.isEmpty();
  }

  /** After a change, nothing that was undone can come back. */
  void changed(Bytes from) {
    undone.clear();
    remember(from);
  }

  Optional<Bytes> last() {
    return Optional.ofNullable(before.peekFirst());
  }

  void undone(Bytes from) {
    before.removeFirst();
    undone.addFirst(from);
  }

  Optional<Bytes> next() {
    return Optional.ofNullable(undone.peekFirst());
  }

  void redone(Bytes from) {
    undone.removeFirst();
    remember(from);
  }

  private void remember(Bytes content) {
    before.addFirst(content);
    while (before.size() > 1 && (before.size() > MAX_CHANGES || size() > MAX_BYTES)) {
      before.removeLast();
    }
  }

  private long size() {
    return before.stream().mapToLong(Bytes::size).sum();
  }
}
