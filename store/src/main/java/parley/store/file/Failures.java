package parley.store.file;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What failures of SQLite mean to a person. */
public final class Failures {

  private Failures() {}

  /** A clause on why, without a full stop. */
  public static String reason(SQLException failure) {
    if (!(failure instanceof SQLiteException known)) {
      return plain(failure);
    }
    var code = known.getResultCode();
    if (code == SQLiteErrorCode.SQLITE_FULL) {
      return "the disk is full";
    }
    if (code.name().startsWith("SQLITE_READONLY") || code.name().startsWith("SQLITE_CANTOPEN")) {
      return "the folder or file cannot be written";
    }
    if (code.name().startsWith("SQLITE_BUSY") || code.name().startsWith("SQLITE_LOCKED")) {
      return "another program holds the file";
    }
    if (isDamage(code)) {
      return "the file is damaged";
    }
    return plain(failure);
  }

  /** Whether the file is no database any more. */
  public static boolean isDamage(SQLException failure) {
    return failure instanceof SQLiteException known && isDamage(known.getResultCode());
  }

  private static boolean isDamage(SQLiteErrorCode code) {
    return code.name().startsWith("SQLITE_CORRUPT") || code.name().startsWith("SQLITE_NOTADB");
  }

  private static String plain(SQLException failure) {
    var text = failure.getMessage();
    return text == null ? "unknown error of SQLite" : text;
  }
}
