package parley.store.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.model.transcript.Direction;
import parley.model.transcript.Moment;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.Opcode;
import parley.store.row.EntryRecord;
import parley.store.row.FrameRun;
import parley.store.row.LogRow;
import parley.store.row.Loss;
import parley.store.row.Row;
import parley.store.row.RowKind;
import parley.store.row.StoredEntry;

/** Reads what is committed in a session's file. */
public final class RowReader implements AutoCloseable {

  private static final ByteSize CACHE = ByteSize.ofMegabytes(4);

  private final Connection connection;
  private final Payloads payloads;
  private final PreparedStatement window;
  private final PreparedStatement next;

  private RowReader(Connection connection) throws SQLException {
    this.connection = connection;
    payloads = new Payloads(connection);
    window =
        connection.prepareStatement(
            "SELECT %s FROM entry WHERE position >= ? AND position < ? ORDER BY position"
                .formatted(Schema.readableColumns(connection)));
    next =
        connection.prepareStatement(
            "SELECT position, number FROM entry WHERE position >= ? AND kind <> "
                + RowKind.FRAME.code()
                + " ORDER BY position LIMIT 1");
  }

  /** Opens a file that is there; nothing as long as its writer has committed nothing. */
  public static Optional<RowReader> open(Path file) throws SQLException {
    var connection = Database.open(file, CACHE);
    try {
      if (Schema.isThere(connection)) {
        return Optional.of(new RowReader(connection));
      }
      connection.close();
      return Optional.empty();
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  /** What the session is about, as it was told to the writer. */
  public Map<String, String> about() throws SQLException {
    var about = new LinkedHashMap<String, String>();
    try (var query = connection.prepareStatement("SELECT name, value FROM about");
        var found = query.executeQuery()) {
      while (found.next()) {
        about.put(found.getString(1), found.getString(2));
      }
    }
    return about;
  }

  /** The position behind the last row. */
  public long end() throws SQLException {
    try (var query = connection.prepareStatement("SELECT max(position) + 1 FROM entry");
        var found = query.executeQuery()) {
      return found.next() ? found.getLong(1) : 0;
    }
  }

  /** The rows from {@code from} to {@code to} that are there. */
  public List<Row> rows(long from, long to) throws SQLException {
    var rows = new ArrayList<Row>();
    window.setLong(1, from);
    window.setLong(2, to);
    try (var found = window.executeQuery()) {
      while (found.next()) {
        rows.add(row(found));
      }
    }
    return rows;
  }

  private Row row(ResultSet found) throws SQLException {
    var facts = facts(found);
    var hasPayload = facts.kind().hasPayload();
    return new Row(
        found.getLong(1),
        found.getLong(2),
        facts.at(),
        text(found, 5),
        facts.kind(),
        facts.directionOrNull(),
        hasPayload ? facts.payloadBytes() : 0,
        facts.wireBytes(),
        facts.compressed(),
        facts.frames(),
        hasPayload ? head(found) : Bytes.EMPTY,
        hasPayload || facts.kind() == RowKind.LOST
            ? null
            : facts.toEntry(payload(found, facts), List.of()));
  }

  private static Bytes head(ResultSet found) throws SQLException {
    var inline = Bytes.of(Payloads.bytes(found, 14));
    return inline.slice(0, Math.min(Row.HEAD_BYTES, inline.size()));
  }

  private Bytes payload(ResultSet found, EntryRecord facts) throws SQLException {
    return payloads.whole(found.getLong(1), facts.payloadBytes(), Payloads.bytes(found, 14));
  }

  private static EntryRecord facts(ResultSet found) throws SQLException {
    return new EntryRecord(
        new Moment(
            Instant.EPOCH.plus(found.getLong(3), ChronoUnit.MICROS),
            Duration.ofNanos(found.getLong(4))),
        RowKind.of(found.getInt(6)),
        direction(found),
        found.getLong(8),
        found.getLong(9),
        found.getInt(10) != 0,
        found.getInt(11),
        duration(found, 12),
        loss(found));
  }

  private static @Nullable Loss loss(ResultSet found) throws SQLException {
    var why = found.getString(16);
    if (why == null) {
      return null;
    }
    var opcode = found.getInt(15);
    return new Loss(found.wasNull() ? null : Opcode.of(opcode), why);
  }

  private static @Nullable Direction direction(ResultSet found) throws SQLException {
    var code = found.getInt(7);
    if (found.wasNull()) {
      return null;
    }
    return code == Schema.code(Direction.SENT) ? Direction.SENT : Direction.RECEIVED;
  }

  private static @Nullable Duration duration(ResultSet found, int column) throws SQLException {
    var nanos = found.getLong(column);
    return found.wasNull() ? null : Duration.ofNanos(nanos);
  }

  private static String text(ResultSet found, int column) throws SQLException {
    var text = found.getString(column);
    return text == null ? "" : text;
  }

  /** What a row is about, wholly. */
  public Optional<StoredEntry> entry(long position) throws SQLException {
    window.setLong(1, position);
    window.setLong(2, position + 1);
    try (var found = window.executeQuery()) {
      return found.next() ? Optional.of(stored(found)) : Optional.empty();
    }
  }

  /** Gives what the rows from {@code from} to {@code to} are about, one by one. */
  public void entries(long from, long to, Consumer<StoredEntry> taker) throws SQLException {
    window.setLong(1, from);
    window.setLong(2, to);
    try (var found = window.executeQuery()) {
      while (found.next()) {
        taker.accept(stored(found));
      }
    }
  }

  private StoredEntry stored(ResultSet found) throws SQLException {
    var facts = facts(found);
    var headers = FrameRun.read(Payloads.bytes(found, 13));
    return new StoredEntry(
        found.getLong(1),
        found.getLong(2),
        text(found, 5),
        facts.toEntry(payload(found, facts), headers),
        headers);
  }

  /**
   * The position of the row before {@code position} at which what comes on a connection began to be
   * an answer, see {@link LogRow#isTurn}. Takes as long in a large file as in a small one, by the
   * index {@code turn}.
   */
  public Optional<Long> turnBefore(String connectionName, long position) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "SELECT position FROM entry WHERE "
                + Schema.IS_TURN
                + " AND connection IS ? AND position < ? ORDER BY position DESC LIMIT 1")) {
      query.setString(1, connectionName.isEmpty() ? null : connectionName);
      query.setLong(2, position);
      try (var found = query.executeQuery()) {
        return found.next() ? Optional.of(found.getLong(1)) : Optional.empty();
      }
    }
  }

  /** A part of a payload, as far as it goes. */
  public Bytes payload(long position, long from, int count) throws SQLException {
    return payloads.part(position, from, count);
  }

  /**
   * The position of the entry with this number. Numbers grow with positions, but for frames that
   * belong to no message.
   */
  public OptionalLong positionOf(long number) throws SQLException {
    long low = 0;
    var high = end();
    while (low < high) {
      var middle = (low + high) >>> 1;
      next.setLong(1, middle);
      try (var found = next.executeQuery()) {
        if (!found.next() || found.getLong(2) > number) {
          high = middle;
        } else if (found.getLong(2) == number) {
          return OptionalLong.of(found.getLong(1));
        } else {
          low = found.getLong(1) + 1;
        }
      }
    }
    return OptionalLong.empty();
  }

  /** A scan of the file, with this reader's connection. */
  public RowScan scan() {
    return new RowScan(connection, payloads);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
