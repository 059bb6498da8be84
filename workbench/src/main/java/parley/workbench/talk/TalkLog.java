package parley.workbench.talk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.model.outcome.Numbered;
import parley.model.transcript.Entry;
import parley.model.transcript.Moment;
import parley.protocol.endpoint.Outgoing;
import parley.store.SessionStart;
import parley.workbench.log.LiveLog;
import parley.workbench.log.Logs;
import parley.workbench.step.Positions;

/**
 * The log of one conversation, over several sessions by hand. Their entries are numbered from 1
 * each; here they get even numbers that grow, and what the workbench itself has to say odd ones
 * between them. Any thread may call it.
 */
final class TalkLog implements AutoCloseable {

  private final Logs logs;
  private final Consumer<Boolean> pressure;
  private final long beganNanos = System.nanoTime();
  private @Nullable LiveLog live; // guarded by this, as all below
  private long last;

  TalkLog(Logs logs, Consumer<Boolean> pressure) {
    this.logs = logs;
    this.pressure = pressure;
  }

  /** Begins to write unless that has begun. May wait for the disk. */
  synchronized void begin(SessionStart start) {
    if (live == null) {
      live = logs.begin(start, pressure);
    }
  }

  /** What comes from now on goes to another log. May wait for the disk. */
  synchronized void renew(SessionStart start) {
    close();
    begin(start);
  }

  /** The conversation has another key and name from now on. Waits for the disk. */
  synchronized void renamed(String key, String name) {
    session().ifPresent(session -> logs.renamed(session, key, name));
  }

  /** The part of a new session: its entries come behind all that is there. */
  synchronized Part part() {
    last += 2 - last % 2;
    return new Part(last);
  }

  /** The entries of one session. */
  final class Part implements Positions {

    private final long base;

    private Part(long base) {
      this.base = base;
    }

    /** Adds one. Never waits. */
    void add(Numbered numbered) {
      synchronized (TalkLog.this) {
        last = inLog(numbered.number());
        append(new Numbered(last, numbered.connection(), numbered.entry()));
      }
    }

    /** The number in the log of an entry of this session. */
    long inLog(long number) {
      return base + 2 * number;
    }

    @Override
    public OptionalLong of(long number) {
      return position(inLog(number));
    }
  }

  private void append(Numbered numbered) {
    if (live != null) {
      live.append(numbered);
    }
  }

  /** Adds what the workbench has to say. Never waits. */
  synchronized void notice(String connection, String text) {
    append(connection, new Entry.Notice(now(), text));
  }

  /** Adds a message that was never given to a session. Never waits. */
  synchronized void unsent(String connection, Outgoing outgoing, String why) {
    append(connection, Entry.Unsent.of(now(), outgoing, why));
  }

  private void append(String connection, Entry entry) {
    last |= 1;
    append(new Numbered(last, connection, entry));
  }

  private Moment now() {
    var nanos = System.nanoTime() - beganNanos;
    return new Moment(Instant.now(), Duration.ofNanos(nanos / 1000 * 1000));
  }

  /** The row of the entry with that number of the log. May wait for the disk. */
  OptionalLong position(long inLog) {
    var now = live();
    return now.isPresent() ? now.get().position(inLog) : OptionalLong.empty();
  }

  private synchronized Optional<LiveLog> live() {
    return Optional.ofNullable(live);
  }

  /** The session of the history that it is. */
  Optional<String> session() {
    return live().map(LiveLog::session);
  }

  long rows() {
    return live().map(LiveLog::rows).orElse(0L);
  }

  long bytes() {
    return live().map(LiveLog::bytes).orElse(0L);
  }

  /** Rows of the last second. */
  long rate() {
    return live().map(LiveLog::rate).orElse(0L);
  }

  /** Writes what is left; what comes from now on is not kept. */
  @Override
  public synchronized void close() {
    if (live != null) {
      live.close();
      live = null;
    }
  }
}
