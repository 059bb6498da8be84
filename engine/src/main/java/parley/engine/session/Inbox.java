package parley.engine.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.engine.plan.Plan.InboxUse;
import parley.model.collection.Settings;

/**
 * What came on a connection, the oldest first. What is more than its limit is dropped as the
 * settings say, and counted.
 */
final class Inbox {

  private final InboxUse use;
  private final Settings.Inbox limit;
  private @Nullable Deque<Held> all; // most connections never keep a message
  private long untaken;
  private long dropped;

  Inbox(InboxUse use, Settings.Inbox limit) {
    this.use = use;
    this.limit = limit;
  }

  /**
   * Keeps a message, when anybody may ask for it.
   *
   * @return whether a limit that was to be kept is exceeded
   */
  boolean add(Arrival arrival, boolean taken) {
    if (use == InboxUse.UNUSED || (taken && use == InboxUse.UNTIL_TAKEN)) {
      return false;
    }
    return kept().size() >= limit.keep() ? overflow(arrival, taken) : append(arrival, taken);
  }

  private boolean overflow(Arrival arrival, boolean taken) {
    dropped++;
    return switch (limit.overflow()) {
      case DROP_NEWEST -> false;
      case FAIL -> true;
      case DROP_OLDEST -> {
        dropOldest();
        yield append(arrival, taken);
      }
    };
  }

  private boolean append(Arrival arrival, boolean taken) {
    var message = arrival.keep();
    kept().addLast(message);
    if (taken) {
      message.take();
    } else {
      untaken++;
    }
    return false;
  }

  private Deque<Held> kept() {
    if (all == null) {
      all = new ArrayDeque<>();
    }
    return all;
  }

  private void dropOldest() {
    if (!kept().removeFirst().isTaken()) {
      untaken--;
    }
  }

  /** A message that was left is taken after all. */
  void take(Held message) {
    message.take();
    untaken--;
    if (use == InboxUse.UNTIL_TAKEN) {
      kept().remove(message);
    }
  }

  /** None of those that came is there any more. */
  void forget() {
    all = null;
    untaken = 0;
  }

  /** Those not taken yet. */
  List<Held> left() {
    return messages().filter(message -> !message.isTaken()).toList();
  }

  /** All that are kept, taken or not. */
  Stream<Held> messages() {
    return all == null ? Stream.empty() : all.stream();
  }

  long untaken() {
    return untaken;
  }

  /** How many did not fit. */
  long dropped() {
    return dropped;
  }
}
