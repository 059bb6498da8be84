package parley.store;

import java.io.Serial;
import java.nio.file.Path;
import java.sql.SQLException;
import parley.store.file.Failures;

/** A file of the history cannot be read or changed; the message says which, why and what to do. */
public final class HistoryException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  HistoryException(String what, Path file, SQLException cause) {
    super("%s %s: %s".formatted(what, file, Failures.reason(cause)), cause);
  }
}
