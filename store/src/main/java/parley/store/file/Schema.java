package parley.store.file;

import java.sql.Connection;
import java.sql.SQLException;
import parley.model.transcript.Direction;
import parley.store.row.RowKind;

/**
 * The tables of a session's file. Names and numbers stay as they are, since files outlive the
 * program that wrote them: what is new comes as further columns.
 */
final class Schema {

  /** Payloads up to this size stand in their row; others in parts. */
  static final int MAX_INLINE_BYTES = 8192;

  /** The size of all parts but the last. */
  static final int PART_BYTES = 64 * 1024;

  /** A part's key is its row's position and its own number. */
  static final int PART_BITS = 16;

  static final String ENTRY_COLUMNS =
      "position, number, time, elapsed, connection, kind, direction, size, wire, compressed,"
          + " frames, round_trip, headers, payload";

  /** Columns that came later: files of before do not have them. */
  static final String LATER_COLUMNS = "opcode, lost";

  private static final String NO_COLUMNS = "NULL, NULL";

  /** Rows at which what is received begins to be an answer: a connection opens, a message goes. */
  static final String IS_TURN = "(kind = 11 OR (direction = 0 AND kind IN (1, 2)))";

  private Schema() {}

  static int code(Direction direction) {
    return switch (direction) {
      case SENT -> 0;
      case RECEIVED -> 1;
    };
  }

  /** Whether the file has its tables: its writer makes them all at once. */
  static boolean isThere(Connection connection) throws SQLException {
    var sql = "SELECT count(*) FROM sqlite_master WHERE name = 'entry'";
    try (var query = connection.prepareStatement(sql);
        var found = query.executeQuery()) {
      return found.next() && found.getInt(1) > 0;
    }
  }

  /** All columns of an entry, as far as the file has them. */
  static String readableColumns(Connection connection) throws SQLException {
    var sql = "SELECT count(*) FROM pragma_table_info('entry') WHERE name = 'lost'";
    try (var query = connection.prepareStatement(sql);
        var found = query.executeQuery()) {
      var has = found.next() && found.getInt(1) > 0;
      return ENTRY_COLUMNS + ", " + (has ? LATER_COLUMNS : NO_COLUMNS);
    }
  }

  static void create(Connection connection) throws SQLException {
    Database.run(
        connection, "CREATE TABLE IF NOT EXISTS about(name TEXT PRIMARY KEY, value TEXT NOT NULL)");
    Database.run(
        connection,
        """
        CREATE TABLE IF NOT EXISTS entry(
          position INTEGER PRIMARY KEY,
          number INTEGER NOT NULL,
          time INTEGER NOT NULL,     -- microseconds since 1970
          elapsed INTEGER NOT NULL,  -- nanoseconds
          connection TEXT,           -- NULL for the main one
          kind INTEGER NOT NULL,     -- see the table kind
          direction INTEGER,         -- 0 sent, 1 received
          size INTEGER NOT NULL,
          wire INTEGER NOT NULL,
          compressed INTEGER NOT NULL,
          frames INTEGER NOT NULL,
          round_trip INTEGER,        -- nanoseconds
          headers BLOB,              -- of its frames, as on the wire
          payload BLOB,              -- only its beginning when there are parts
          opcode INTEGER,            -- of what was never written
          lost TEXT                  -- why it was never written
        )
        """);
    Database.run(
        connection, "CREATE INDEX IF NOT EXISTS turn ON entry(connection) WHERE " + IS_TURN);
    Database.run(connection, "CREATE TABLE IF NOT EXISTS part(id INTEGER PRIMARY KEY, bytes BLOB)");
    kinds(connection);
  }

  /** For people who look into a file with other tools. */
  private static void kinds(Connection connection) throws SQLException {
    Database.run(
        connection, "CREATE TABLE IF NOT EXISTS kind(code INTEGER PRIMARY KEY, name TEXT)");
    try (var insert = connection.prepareStatement("INSERT OR IGNORE INTO kind VALUES(?, ?)")) {
      for (var kind : RowKind.values()) {
        insert.setInt(1, kind.code());
        insert.setString(2, kind.name());
        insert.executeUpdate();
      }
    }
  }
}
