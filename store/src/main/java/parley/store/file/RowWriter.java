package parley.store.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;
import parley.store.row.EntryRecord;
import parley.store.row.FrameRun;
import parley.store.row.LogRow;
import parley.store.row.Row;

/** Adds rows to a session's file; they are there for others, and for good, after a commit. */
public final class RowWriter implements AutoCloseable {

  private static final ByteSize CACHE = ByteSize.ofMegabytes(8);

  private final Connection connection;
  private final PreparedStatement entry;
  private final PreparedStatement part;

  private RowWriter(Connection connection) throws SQLException {
    this.connection = connection;
    entry =
        connection.prepareStatement(
            "INSERT INTO entry(%s, %s) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
                .formatted(Schema.ENTRY_COLUMNS, Schema.LATER_COLUMNS));
    part = connection.prepareStatement("INSERT INTO part(id, bytes) VALUES(?, ?)");
  }

  /** Makes the file, or opens it when it is there. */
  public static RowWriter open(Path file, Map<String, String> about) throws SQLException {
    var connection = Database.open(file, CACHE);
    try {
      connection.setAutoCommit(false);
      Schema.create(connection);
      write(connection, about);
      connection.commit();
      return new RowWriter(connection);
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  private static void write(Connection connection, Map<String, String> about) throws SQLException {
    try (var insert =
        connection.prepareStatement("INSERT OR REPLACE INTO about(name, value) VALUES(?, ?)")) {
      for (var field : about.entrySet()) {
        insert.setString(1, field.getKey());
        insert.setString(2, field.getValue());
        insert.executeUpdate();
      }
    }
  }

  /** Adds a row. */
  public void insert(LogRow row) throws SQLException {
    var numbered = row.numbered();
    var facts = EntryRecord.of(numbered.entry());
    var payload = EntryRecord.payload(numbered.entry());
    var inParts = payload.size() > Schema.MAX_INLINE_BYTES;
    entry.setLong(1, row.position());
    entry.setLong(2, numbered.number());
    entry.setLong(3, micros(facts));
    entry.setLong(4, facts.at().elapsed().toNanos());
    entry.setString(5, numbered.connection().isEmpty() ? null : numbered.connection());
    entry.setInt(6, facts.kind().code());
    direction(facts);
    entry.setLong(8, facts.kind().hasPayload() ? facts.payloadBytes() : payload.size());
    entry.setLong(9, facts.wireBytes());
    entry.setInt(10, facts.compressed() ? 1 : 0);
    entry.setInt(11, facts.frames());
    roundTrip(facts);
    entry.setBytes(13, row.frames().isEmpty() ? null : FrameRun.write(row.frames()));
    entry.setBytes(14, payload.slice(0, inParts ? Row.HEAD_BYTES : payload.size()).toArray());
    loss(facts);
    entry.executeUpdate();
    if (inParts) {
      parts(row.position(), payload);
    }
  }

  private static long micros(EntryRecord facts) {
    var time = facts.at().time();
    return TimeUnit.SECONDS.toMicros(time.getEpochSecond()) + time.getNano() / 1000;
  }

  private void direction(EntryRecord facts) throws SQLException {
    var direction = facts.directionOrNull();
    if (direction == null) {
      entry.setNull(7, Types.INTEGER);
    } else {
      entry.setInt(7, Schema.code(direction));
    }
  }

  private void roundTrip(EntryRecord facts) throws SQLException {
    var roundTrip = facts.roundTripOrNull();
    if (roundTrip == null) {
      entry.setNull(12, Types.INTEGER);
    } else {
      entry.setLong(12, roundTrip.toNanos());
    }
  }

  private void loss(EntryRecord facts) throws SQLException {
    var loss = facts.lossOrNull();
    var opcode = loss == null ? null : loss.opcodeOrNull();
    if (opcode == null) {
      entry.setNull(15, Types.INTEGER);
    } else {
      entry.setInt(15, opcode.code());
    }
    entry.setString(16, loss == null ? null : loss.why());
  }

  private void parts(long position, Bytes payload) throws SQLException {
    for (int from = 0, number = 0; from < payload.size(); from += Schema.PART_BYTES, number++) {
      var to = Math.min(payload.size(), from + Schema.PART_BYTES);
      part.setLong(1, (position << Schema.PART_BITS) + number);
      part.setBytes(2, payload.slice(from, to).toArray());
      part.executeUpdate();
    }
  }

  /** Makes what was added visible and lasting. */
  public void commit() throws SQLException {
    connection.commit();
  }

  /** Closes the file; what was not committed is dropped. The last one to close it tidies up. */
  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
