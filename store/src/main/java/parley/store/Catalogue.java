package parley.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.frame.ByteSize;
import parley.store.file.Database;

/** The list of all sessions, and the settings of the history. For one thread at a time. */
final class Catalogue implements AutoCloseable {

  /** Lives as long as it is open; for a folder that cannot be written. */
  static final Path IN_MEMORY = Path.of(":memory:");

  private static final ByteSize CACHE = ByteSize.ofMegabytes(1);

  private static final String COLUMNS =
      "id, collection, conversation, name, url, environment, began, ended, rows, bytes, note";

  private final Connection connection;

  private Catalogue(Connection connection) {
    this.connection = connection;
  }

  static Catalogue open(Path file) throws SQLException {
    var connection = Database.open(file, CACHE);
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE IF NOT EXISTS session(
            id TEXT PRIMARY KEY, collection TEXT NOT NULL, conversation TEXT NOT NULL,
            name TEXT NOT NULL, url TEXT NOT NULL, environment TEXT NOT NULL,
            began INTEGER NOT NULL,  -- microseconds since 1970
            ended INTEGER,           -- NULL while somebody writes it
            rows INTEGER NOT NULL, bytes INTEGER NOT NULL, note TEXT NOT NULL)
          """);
      statement.execute(
          "CREATE TABLE IF NOT EXISTS setting(name TEXT PRIMARY KEY, value INTEGER NOT NULL)");
      return new Catalogue(connection);
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  /** Adds a session, or changes it. */
  void put(SessionInfo info) throws SQLException {
    var start = info.start();
    try (var insert =
        connection.prepareStatement(
            "INSERT OR REPLACE INTO session(" + COLUMNS + ") VALUES(?,?,?,?,?,?,?,?,?,?,?)")) {
      insert.setString(1, info.id());
      insert.setString(2, start.collection());
      insert.setString(3, start.conversation());
      insert.setString(4, start.name());
      insert.setString(5, start.url());
      insert.setString(6, start.environment());
      insert.setLong(7, micros(start.began()));
      insert.setObject(8, info.endedOrNull() == null ? null : micros(info.endedOrNull()));
      insert.setLong(9, info.rows());
      insert.setLong(10, info.size().bytes());
      insert.setString(11, info.note());
      insert.executeUpdate();
    }
  }

  /** All sessions, the newest first; whether one is open says only that nobody has closed it. */
  List<SessionInfo> all() throws SQLException {
    var all = new ArrayList<SessionInfo>();
    try (var query =
            connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM session ORDER BY began DESC, id DESC");
        var found = query.executeQuery()) {
      while (found.next()) {
        all.add(info(found));
      }
    }
    return all;
  }

  Optional<SessionInfo> find(String id) throws SQLException {
    try (var query =
        connection.prepareStatement("SELECT " + COLUMNS + " FROM session WHERE id = ?")) {
      query.setString(1, id);
      try (var found = query.executeQuery()) {
        return found.next() ? Optional.of(info(found)) : Optional.empty();
      }
    }
  }

  private static SessionInfo info(ResultSet found) throws SQLException {
    var start =
        new SessionStart(
            found.getString(2),
            found.getString(3),
            found.getString(4),
            found.getString(5),
            found.getString(6),
            instant(found.getLong(7)));
    var endedMicros = found.getLong(8);
    @Nullable Instant ended = found.wasNull() ? null : instant(endedMicros);
    return new SessionInfo(
        found.getString(1),
        start,
        ended,
        found.getLong(9),
        ByteSize.of(found.getLong(10)),
        found.getString(11),
        ended == null);
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  void remove(String id) throws SQLException {
    try (var delete = connection.prepareStatement("DELETE FROM session WHERE id = ?")) {
      delete.setString(1, id);
      delete.executeUpdate();
    }
  }

  Retention retention() throws SQLException {
    var standard = Retention.DEFAULT;
    return new Retention(
        Duration.ofSeconds(setting("max age seconds", standard.maxAge().toSeconds())),
        (int) setting("max sessions", standard.maxSessions()),
        ByteSize.of(setting("max bytes", standard.maxSize().bytes())));
  }

  private long setting(String name, long standard) throws SQLException {
    try (var query = connection.prepareStatement("SELECT value FROM setting WHERE name = ?")) {
      query.setString(1, name);
      try (var found = query.executeQuery()) {
        return found.next() ? found.getLong(1) : standard;
      }
    }
  }

  void retention(Retention wanted) throws SQLException {
    set("max age seconds", wanted.maxAge().toSeconds());
    set("max sessions", wanted.maxSessions());
    set("max bytes", wanted.maxSize().bytes());
  }

  private void set(String name, long value) throws SQLException {
    try (var insert =
        connection.prepareStatement("INSERT OR REPLACE INTO setting(name, value) VALUES(?, ?)")) {
      insert.setString(1, name);
      insert.setLong(2, value);
      insert.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
