package parley.workbench.tree;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Moves, copies and removes files and whole folders; links are taken as links. */
final class FileTree {

  /** What is copied at most: a folder of recordings is not doubled by one click. */
  private static final int MAX_FILES = 20_000;

  private FileTree() {}

  /**
   * Moves a file or folder, at once where both places are on one disk; never in the place of
   * another.
   */
  static void move(Path from, Path to) throws IOException {
    var isOther = Files.exists(to, LinkOption.NOFOLLOW_LINKS) && !Files.isSameFile(from, to);
    if (isOther) {
      throw new FileAlreadyExistsException(to.toString());
    }
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException otherDisk) {
      copy(from, to);
      removeOrRestore(from, to);
    }
  }

  /** What cannot be removed whole is to be there whole. */
  private static void removeOrRestore(Path from, Path copy) throws IOException {
    try {
      remove(from);
    } catch (IOException trouble) {
      Files.walkFileTree(copy, new Copying(copy, from, true));
      removeQuietly(copy, trouble);
      throw trouble;
    }
  }

  /**
   * Copies a file or folder with its times and rights. What was copied is removed again when not
   * all of it can be.
   */
  static void copy(Path from, Path to) throws IOException {
    if (FileName.isTaken(to)) {
      throw new FileAlreadyExistsException(to.toString());
    }
    try {
      Files.walkFileTree(from, new Copying(from, to, false));
    } catch (IOException trouble) {
      removeQuietly(to, trouble);
      throw trouble;
    }
  }

  /** Removes what there is of something that could not be made; what stays is told with why. */
  static void removeQuietly(Path path, IOException trouble) {
    try {
      remove(path);
    } catch (IOException also) {
      trouble.addSuppressed(also);
    }
  }

  /** Removes a file, or a folder with all that is in it; nothing when it is not there. */
  static void remove(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException trouble)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static final class Copying extends SimpleFileVisitor<Path> {
    private final Path from;
    private final Path to;
    private final boolean onlyMissing;
    private int files;

    Copying(Path from, Path to, boolean onlyMissing) {
      this.from = from;
      this.to = to;
      this.onlyMissing = onlyMissing;
    }

    private Path target(Path path) {
      return to.resolve(from.relativize(path)).normalize();
    }

    private boolean isThere(Path target) {
      return onlyMissing && FileName.isTaken(target);
    }

    private void count() throws IOException {
      if (++files > MAX_FILES) {
        throw new IOException("it has more than %,d files".formatted(MAX_FILES));
      }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts)
        throws IOException {
      count();
      if (!isThere(target(folder))) {
        Files.copy(folder, target(folder), StandardCopyOption.COPY_ATTRIBUTES);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
      count();
      if (!isThere(target(file))) {
        Files.copy(
            file, target(file), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
