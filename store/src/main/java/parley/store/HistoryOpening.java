package parley.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import parley.store.file.Failures;

/** Opens a history, whatever state its folder is in. */
final class HistoryOpening {

  private final Path folder;
  private final Consumer<String> trouble;
  private final SessionFiles files;
  private final SharedCatalogue catalogue;

  HistoryOpening(Path folder, Consumer<String> trouble) {
    this.folder = folder;
    this.trouble = trouble;
    files = new SessionFiles(folder.resolve("sessions"));
    catalogue = openCatalogue(folder.resolve("catalogue.db"));
    recover();
  }

  SessionFiles files() {
    return files;
  }

  SharedCatalogue catalogue() {
    return catalogue;
  }

  private SharedCatalogue openCatalogue(Path file) {
    try {
      Files.createDirectories(files.folder());
      keepPrivate(folder);
      return new SharedCatalogue(usable(file), file);
    } catch (IOException failure) {
      return inMemory(file, "the folder cannot be made (" + failure.getMessage() + ")");
    } catch (SQLException failure) {
      return inMemory(file, Failures.reason(failure));
    }
  }

  /** What was sent may hold secrets: nobody else may read it, where the file system can say so. */
  private static void keepPrivate(Path folder) {
    var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
    try {
      if (view != null) {
        view.setPermissions(PosixFilePermissions.fromString("rwx------"));
      }
    } catch (IOException none) {
      // FAT and network file systems have no permissions to set; the history is kept all the same.
    }
  }

  /** A damaged catalogue is put aside and made anew from the files of the sessions. */
  private Catalogue usable(Path file) throws SQLException, IOException {
    try {
      return Catalogue.open(file);
    } catch (SQLException failure) {
      if (!Failures.isDamage(failure)) {
        throw failure;
      }
      var aside = file.resolveSibling("catalogue-damaged.db");
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      Files.deleteIfExists(Path.of(file + "-wal"));
      Files.deleteIfExists(Path.of(file + "-shm"));
      trouble.accept(
          "The list of past sessions was damaged. It was made anew from their files; the old one is %s."
              .formatted(aside));
      return Catalogue.open(file);
    }
  }

  private SharedCatalogue inMemory(Path file, String why) {
    trouble.accept(
        "The history cannot be kept in %s: %s. Sessions live in memory until the workbench ends; change who may write there, or free some space, and start it again."
            .formatted(folder, why));
    try {
      return new SharedCatalogue(Catalogue.open(Catalogue.IN_MEMORY), file);
    } catch (SQLException failure) {
      throw new HistoryException("Cannot open", Catalogue.IN_MEMORY, failure);
    }
  }

  /** Ends the sessions whose writer is gone, and lists those that are in no list. */
  private void recover() {
    var known = catalogue.all();
    known.stream().filter(SessionInfo::open).forEach(info -> recover(info.id(), info.note()));
    var ids = known.stream().map(SessionInfo::id).collect(Collectors.toCollection(HashSet::new));
    try {
      files.ids().stream().filter(id -> !ids.contains(id)).forEach(id -> recover(id, ""));
    } catch (IOException _) {
      // There are no files, which is told already.
    }
  }

  private void recover(String id, String note) {
    var hold = SessionHold.take(files.lock(id));
    if (hold.isEmpty()) {
      return;
    }
    try (var _ = hold.get()) {
      if (!files.file(id).toFile().exists()) {
        catalogue.remove(id);
        return;
      }
      files.read(id).map(info -> info.withNote(note)).ifPresent(catalogue::put);
    } catch (SQLException | HistoryException failure) {
      trouble.accept(
          "The session in %s cannot be read: %s.".formatted(files.file(id), failure.getMessage()));
    }
  }
}
