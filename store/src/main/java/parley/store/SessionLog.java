package parley.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import parley.model.outcome.Numbered;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;
import parley.store.file.RowReader;
import parley.store.row.EntryRecord;
import parley.store.row.Filter;
import parley.store.row.LogRow;
import parley.store.row.Row;
import parley.store.row.StoredEntry;
import parley.store.tail.Tail;
import parley.store.view.Runs;

/**
 * The log of one session: rows with positions from 0, of which any window can be read while others
 * are added. Any thread may call it; reading what is in the file waits for the disk, adding does
 * not. Reading that fails is a {@link HistoryException}.
 */
public final class SessionLog implements AutoCloseable {

  /** How many rows a scan takes at a time. */
  static final int SCAN_ROWS = Runs.PART_ROWS;

  /** How many rows are read at a time: a file that is read cannot be tidied up. */
  private static final int READ_ROWS = 500;

  private final String id;
  private final Path file;
  private final Tail tail;
  private final Readers readers;
  private final Pressure pressure;
  private final @Nullable LogWriter writer;
  private final List<View> views = new CopyOnWriteArrayList<>();
  private final Runnable ended;
  private boolean closed;

  private SessionLog(
      String id, Path file, Tail tail, @Nullable RowSink sink, LogWatcher watcher, Runnable ended) {
    this.id = id;
    this.file = file;
    this.tail = tail;
    this.ended = ended;
    readers = new Readers(file);
    pressure = new Pressure(() -> sink != null && !sink.isTroubled() && tail.isPressed(), watcher);
    writer = sink == null ? null : new LogWriter(tail, sink, watcher, pressure, this::tellViews);
  }

  /** A log that is written. */
  static SessionLog begin(
      String id, Path file, Map<String, String> about, LogWatcher watcher, Runnable ended) {
    return begin(id, file, about, watcher, ended, Tail.LIMIT);
  }

  static SessionLog begin(
      String id,
      Path file,
      Map<String, String> about,
      LogWatcher watcher,
      Runnable ended,
      ByteSize limit) {
    var tail = new Tail(limit);
    var sink = new RowSink(file, about, tail, watcher);
    var log = new SessionLog(id, file, tail, sink, watcher, ended);
    log.start();
    return log;
  }

  /** A log that is only read. */
  static SessionLog reopen(String id, Path file) {
    var tail = new Tail(Tail.LIMIT);
    var log = new SessionLog(id, file, tail, null, LogWatcher.NONE, () -> {});
    tail.restart(log.readers.read(0L, RowReader::end));
    return log;
  }

  private void start() {
    if (writer != null) {
      writer.start();
    }
  }

  /** The session's id in the history. */
  public String id() {
    return id;
  }

  /** Whether rows can be added: it was begun, not reopened. */
  public boolean isLive() {
    return writer != null;
  }

  /** How many rows there are: the position of the next one. */
  public long size() {
    return tail.end();
  }

  /** How many rows are not in the file yet. */
  public long unwritten() {
    return writer == null ? 0 : tail.unwritten();
  }

  /** What the files take on the disk now. */
  public ByteSize fileSize() {
    return ByteSize.of(sizeOf(file) + sizeOf(Path.of(file + "-wal")));
  }

  private static long sizeOf(Path file) {
    return file.toFile().length();
  }

  /**
   * Adds an entry. Never waits for the disk. Frames become no rows: their headers come with the row
   * of what they carried.
   *
   * @throws IllegalStateException when the log was reopened
   */
  public void append(Numbered numbered) {
    if (writer == null) {
      throw new IllegalStateException("the log of " + id + " is only read");
    }
    if (tail.add(numbered)) {
      pressure.tell();
    }
  }

  /** The rows from {@code from}, {@code count} at most. */
  public List<Row> rows(long from, int count) {
    var first = Math.max(0, from);
    var to = Math.min(size(), first + count);
    var inMemory = tail.rows(first, to);
    var memoryStart = inMemory.isEmpty() ? to : inMemory.getFirst().position();
    var rows = new ArrayList<Row>();
    if (first < memoryStart) {
      rows.addAll(
          LostRows.fill(
              first,
              memoryStart,
              readers.read(List.of(), reader -> reader.rows(first, memoryStart))));
    }
    inMemory.stream().map(LogRow::toRow).forEach(rows::add);
    return rows;
  }

  /** The row at a position. */
  public Optional<Row> row(long position) {
    return position < 0 ? Optional.empty() : rows(position, 1).stream().findFirst();
  }

  /**
   * The message that was sent last on a connection before {@code position}, unless the connection
   * was opened since. Takes about as long in a large log as in a small one.
   */
  public Optional<Row> sentBefore(String connection, long position) {
    return tail.turnBefore(connection, position)
        .map(LogRow::toRow)
        .or(() ->
            readers
                .read(Optional.<Long>empty(), it -> it.turnBefore(connection, position))
                .flatMap(this::row))
        .filter(turn -> turn.kind().isMessage());
  }

  /** What the row at a position is about, wholly; empty when it is lost or was never there. */
  public Optional<StoredEntry> entry(long position) {
    var inMemory = tail.rows(position, position + 1);
    return inMemory.isEmpty()
        ? readers.read(Optional.empty(), reader -> reader.entry(position))
        : Optional.of(inMemory.getFirst().toStored());
  }

  /** Gives the rows from {@code from} to {@code to} one by one, wholly, without those lost. */
  public void read(long from, long to, Consumer<StoredEntry> taker) {
    for (var at = from; at < Math.min(to, size()); at += READ_ROWS) {
      var end = Math.min(Math.min(to, size()), at + READ_ROWS);
      var inMemory = tail.rows(at, end);
      readFile(at, inMemory.isEmpty() ? end : inMemory.getFirst().position(), taker);
      inMemory.stream().map(LogRow::toStored).forEach(taker);
    }
  }

  private void readFile(long from, long to, Consumer<StoredEntry> taker) {
    if (from < to) {
      readers.read(
          true,
          reader -> {
            reader.entries(from, to, taker);
            return true;
          });
    }
  }

  /** The bytes of a payload from {@code from}, {@code count} at most. */
  public Bytes payload(long position, long from, int count) {
    var inMemory = tail.rows(position, position + 1);
    if (inMemory.isEmpty()) {
      return readers.read(Bytes.EMPTY, reader -> reader.payload(position, from, count));
    }
    var payload = EntryRecord.payload(inMemory.getFirst().numbered().entry());
    var first = Math.clamp(from, 0, payload.size());
    return payload.slice(first, (int) Math.min(payload.size(), (long) first + count));
  }

  /** The position of the entry with this number. */
  public OptionalLong positionOf(long number) {
    var inMemory = tail.positionOf(number);
    return inMemory.isPresent()
        ? inMemory
        : readers.read(OptionalLong.empty(), reader -> reader.positionOf(number));
  }

  /**
   * The rows that pass {@code filter}, also those to come, until the view is closed. Answers at
   * once; the view fills from the newest row to the oldest.
   */
  public View view(Filter filter, ViewWatcher watcher) {
    var view = new View(this, filter, watcher);
    views.add(view);
    view.start();
    return view;
  }

  void forget(View view) {
    views.remove(view);
  }

  /**
   * The nearest row from {@code from} on, or from there back, that passes {@code filter}. May take
   * long: call it on a thread of its own.
   */
  public OptionalLong find(Filter filter, long from, boolean forward, BooleanSupplier cancelled) {
    return new Finding(this, filter, cancelled).find(from, forward);
  }

  /** How many rows pass {@code filter} now. May take long, as {@link #find}. */
  public long count(Filter filter, BooleanSupplier cancelled) {
    var found = new AtomicLong();
    for (var at = 0L; at < size() && !cancelled.getAsBoolean(); at += SCAN_ROWS) {
      var end = Math.min(size(), at + SCAN_ROWS);
      scan(at, end, filter, position -> found.incrementAndGet(), cancelled);
    }
    return found.get();
  }

  /** Tells the positions that pass, in their order. */
  void scan(long from, long to, Filter filter, LongConsumer found, BooleanSupplier cancelled) {
    var inMemory = tail.rows(from, to);
    var memoryStart = inMemory.isEmpty() ? to : inMemory.getFirst().position();
    if (from < memoryStart) {
      readers.read(
          true,
          reader -> {
            reader.scan().scan(from, memoryStart, filter, found, cancelled);
            return true;
          });
    }
    inMemory.stream()
        .filter(row -> row.passes(filter))
        .forEach(row -> found.accept(row.position()));
  }

  private void tellViews() {
    views.forEach(View::grown);
  }

  /** Writes what is left, and ends all views. What was found can still be read. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    views.forEach(View::end);
    if (writer != null) {
      writer.close();
    }
    readers.close();
    ended.run();
  }
}
