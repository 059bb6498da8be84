package parley.files.collection;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.UUID;
import parley.protocol.frame.Bytes;

/**
 * Writes files whole or not at all: whoever reads one, and whatever fails or is killed when, finds
 * the old bytes or the new ones. What fails leaves nothing behind, no draft and no new folder.
 *
 * <pre>
 *   bytes --> .parley-ID.tmp beside it --forced to the disk--> takes the name
 * </pre>
 */
public final class WholeFile {

  private static final FileAttribute<?>[] USUAL = {};
  private static final FileAttribute<?>[] OWNER_ONLY = {
    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
  };

  private WholeFile() {}

  /**
   * Makes a file; its folder is made when it is not there.
   *
   * @throws FileAlreadyExistsException when the name is taken, also since a moment ago
   */
  public static void create(Path file, Bytes content) throws IOException {
    inFolder(file, () -> create(file, content, USUAL));
  }

  /** Makes one that nobody but its owner may read, where the file system can say so. */
  public static void createPrivate(Path file, Bytes content) throws IOException {
    inFolder(file, () -> create(file, content, knowsOwners(folderOf(file)) ? OWNER_ONLY : USUAL));
  }

  /** Has a file hold something else, with the permissions it has, or makes it. */
  public static void put(Path file, Bytes content) throws IOException {
    inFolder(file, () -> replace(file, content));
  }

  private static void create(Path file, Bytes content, FileAttribute<?>[] facts)
      throws IOException {
    var draft = nextTo(file);
    try {
      write(draft, content, facts);
      takeName(draft, file);
      forceNames(folderOf(file));
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** A second name refuses to take the place of a file, in one step; not every disk has such. */
  private static void takeName(Path draft, Path file) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (IOException | UnsupportedOperationException noLinks) {
      Files.move(draft, file);
    }
  }

  private static void replace(Path file, Bytes content) throws IOException {
    var draft = nextTo(file);
    try {
      // Nobody else may look into it before it has the permissions of what it replaces.
      write(draft, content, Files.exists(file) && knowsOwners(file) ? OWNER_ONLY : USUAL);
      keepPermissions(file, draft);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
      forceNames(folderOf(file));
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Path nextTo(Path file) {
    return file.resolveSibling(".parley-" + UUID.randomUUID() + ".tmp");
  }

  private static void write(Path draft, Bytes content, FileAttribute<?>[] facts)
      throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(draft, options, facts)) {
      var bytes = content.asBuffer();
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    if (Files.exists(from) && knowsOwners(to)) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    }
  }

  /** The new name, too, is to outlast a crash; only POSIX systems open folders for that. */
  private static void forceNames(Path folder) throws IOException {
    if (knowsOwners(folder)) {
      try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static boolean knowsOwners(Path path) {
    return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
  }

  private interface Writing {
    void run() throws IOException;
  }

  /** In a folder that is made where it is not there, and taken away again when that fails. */
  private static void inFolder(Path file, Writing writing) throws IOException {
    var missing = new ArrayDeque<Path>();
    for (var one = folderOf(file); one != null && !Files.exists(one); one = one.getParent()) {
      missing.add(one);
    }
    var done = false;
    try {
      Files.createDirectories(folderOf(file));
      writing.run();
      done = true;
    } finally {
      if (!done) {
        removeEmpty(missing);
      }
    }
  }

  private static void removeEmpty(Iterable<Path> inner) throws IOException {
    for (var one : inner) {
      try {
        Files.deleteIfExists(one);
      } catch (DirectoryNotEmptyException others) {
        return; // somebody else has put something there meanwhile
      }
    }
  }

  private static Path folderOf(Path file) {
    return file.toAbsolutePath().resolveSibling("").normalize();
  }
}
