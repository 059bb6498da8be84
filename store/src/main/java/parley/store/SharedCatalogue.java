package parley.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The catalogue for any thread, with failures that say which file and why. */
final class SharedCatalogue implements AutoCloseable {

  private interface Task<T> {
    T run() throws SQLException;
  }

  private final Catalogue catalogue;
  private final Path file;

  SharedCatalogue(Catalogue catalogue, Path file) {
    this.catalogue = catalogue;
    this.file = file;
  }

  private synchronized <T> T run(String what, Task<T> task) {
    try {
      return task.run();
    } catch (SQLException failure) {
      throw new HistoryException(what, file, failure);
    }
  }

  List<SessionInfo> all() {
    return run("Cannot read", catalogue::all);
  }

  Optional<SessionInfo> find(String id) {
    return run("Cannot read", () -> catalogue.find(id));
  }

  void put(SessionInfo info) {
    run(
        "Cannot write",
        () -> {
          catalogue.put(info);
          return true;
        });
  }

  /** Does something with it, or tells why that does not work and what comes of it. */
  void tryTo(Runnable task, String consequence, Consumer<String> trouble) {
    try {
      task.run();
    } catch (HistoryException failure) {
      trouble.accept(failure.getMessage() + ". " + consequence);
    }
  }

  synchronized boolean change(String id, UnaryOperator<SessionInfo> change) {
    var found = find(id);
    found.map(change).ifPresent(this::put);
    return found.isPresent();
  }

  void remove(String id) {
    run(
        "Cannot write",
        () -> {
          catalogue.remove(id);
          return true;
        });
  }

  Retention retention() {
    return run("Cannot read", catalogue::retention);
  }

  void retention(Retention wanted) {
    run(
        "Cannot write",
        () -> {
          catalogue.retention(wanted);
          return true;
        });
  }

  @Override
  public synchronized void close() {
    try {
      catalogue.close();
    } catch (SQLException failure) {
      throw new HistoryException("Cannot close", file, failure);
    }
  }
}
