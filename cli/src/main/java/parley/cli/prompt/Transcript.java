package parley.cli.prompt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import parley.model.transcript.Entry;

/** The entries of a session, the newest of them: what {@code /save} and {@code /filter} look at. */
final class Transcript {

  private static final int MAX_ENTRIES = 100_000;
  private static final long MAX_BYTES = 64L << 20;

  /** An entry and the name of its connection, empty for the main one. */
  record Kept(String connection, Entry entry) {}

  private final Deque<Kept> entries = new ArrayDeque<>();
  private long bytes;
  private long dropped;

  synchronized void add(Kept kept) {
    entries.add(kept);
    bytes += weight(kept.entry());
    while (entries.size() > MAX_ENTRIES || (bytes > MAX_BYTES && entries.size() > 1)) {
      bytes -= weight(entries.remove().entry());
      dropped++;
    }
  }

  synchronized List<Kept> entries() {
    return List.copyOf(entries);
  }

  /** How many of the oldest entries were given up to bound memory. */
  synchronized long dropped() {
    return dropped;
  }

  /** What an entry holds, in bytes. */
  static long weight(Entry entry) {
    return entry instanceof Entry.Message message ? 64 + message.payload().size() : 64;
  }
}
