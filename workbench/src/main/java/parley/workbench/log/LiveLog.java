package parley.workbench.log;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.model.outcome.Numbered;
import parley.model.value.Value;
import parley.store.History;
import parley.store.LogWatcher;
import parley.store.SessionLog;
import parley.store.SessionStart;
import parley.store.row.EntryRecord;
import parley.store.row.Row;
import parley.store.row.RowKind;
import parley.workbench.call.Json;

/** The log that a conversation writes now. Any thread may call it. */
public final class LiveLog implements AutoCloseable {

  private final SessionLog log;
  private final Rate rate = new Rate();
  private final AtomicLong payloadBytes = new AtomicLong();
  private final Consumer<LiveLog> ended;
  private volatile @Nullable String trouble;
  private volatile boolean wasActive;

  private LiveLog(
      History history,
      SessionStart start,
      Consumer<Boolean> pressure,
      Consumer<LiveLog> changed,
      Consumer<LiveLog> ended) {
    this.ended = ended;
    log = history.begin(start, new Watcher(pressure, changed));
  }

  static LiveLog begin(
      History history,
      SessionStart start,
      Consumer<Boolean> pressure,
      Consumer<LiveLog> changed,
      Consumer<LiveLog> ended) {
    return new LiveLog(history, start, pressure, changed, ended);
  }

  private final class Watcher implements LogWatcher {
    private final Consumer<Boolean> pressure;
    private final Consumer<LiveLog> changed;

    private Watcher(Consumer<Boolean> pressure, Consumer<LiveLog> changed) {
      this.pressure = pressure;
      this.changed = changed;
    }

    @Override
    public void grown(long rows) {
      changed.accept(LiveLog.this);
    }

    @Override
    public void pressure(boolean high) {
      pressure.accept(high);
    }

    @Override
    public void trouble(String text) {
      trouble = text;
      changed.accept(LiveLog.this);
    }

    @Override
    public void recovered() {
      trouble = null;
      changed.accept(LiveLog.this);
    }
  }

  /** The session's id. */
  public String session() {
    return log.id();
  }

  /**
   * Adds what happened; never waits.
   *
   * @param numbered with a number that grows over all connects of this log
   */
  public void append(Numbered numbered) {
    log.append(numbered);
    var facts = EntryRecord.of(numbered.entry());
    if (facts.kind() != RowKind.UNSENT) {
      payloadBytes.addAndGet(facts.payloadBytes());
    }
    rate.count(log.size());
  }

  /** The position of the next row. */
  public long rows() {
    return log.size();
  }

  /** The row of the entry with that number. May wait for the disk. */
  public OptionalLong position(long number) {
    return log.positionOf(number);
  }

  /** The rows from {@code from}, {@code count} at most. */
  public List<Row> rows(long from, int count) {
    return log.rows(from, count);
  }

  /** All payloads that were sent or received together. */
  public long bytes() {
    return payloadBytes.get();
  }

  /** How many rows the last second brought. */
  public long rate() {
    return rate.perSecond();
  }

  /** Why nothing can be stored now. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Whether the rate is more than nothing, or was when it was told last. */
  boolean isActive() {
    var before = wasActive;
    wasActive = rate() > 0;
    return before || wasActive;
  }

  SessionLog log() {
    return log;
  }

  /** What the page is told, see {@code LogState}. */
  Value state() {
    return Json.object()
        .put("session", session())
        .put("rows", rows())
        .put("bytes", bytes())
        .put("rate", rate())
        .put("behind", log.unwritten())
        .putText("trouble", trouble())
        .value();
  }

  /** Stores what is left; the session is past then. */
  @Override
  public void close() {
    try {
      log.close();
    } finally {
      ended.accept(this);
    }
  }
}
