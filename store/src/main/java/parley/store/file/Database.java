package parley.store.file;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import parley.protocol.frame.ByteSize;

/** Opens SQLite files as this program wants them. */
public final class Database {

  /** How long to wait for another process that writes to the same file. */
  private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(5);

  /** Larger than the default, since rows are read and written in runs. */
  private static final int PAGE_BYTES = 8192;

  private static final ByteSize LOG_LIMIT = ByteSize.ofMegabytes(64);

  private Database() {}

  /** Opens {@code file}, or makes it; a kill loses what was not committed and nothing else. */
  public static Connection open(Path file, ByteSize cache) throws SQLException {
    var config = new SQLiteConfig();
    config.setPageSize(PAGE_BYTES);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.NORMAL);
    config.setBusyTimeout((int) BUSY_TIMEOUT.toMillis());
    config.setJournalSizeLimit((int) LOG_LIMIT.bytes());
    // A negative number is in KiB.
    config.setCacheSize((int) (-cache.bytes() / 1024));
    return config.createConnection("jdbc:sqlite:" + file);
  }

  /** Runs one statement without parameters. */
  static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
