package parley.workbench.collection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Waits for whoever changes many files at once, such as git, so that they are seen together and not
 * half written: until two looks are the same and git holds no lock, and not for long.
 */
final class Stillness {

  private static final Duration MOMENT = Duration.ofMillis(60);
  private static final Duration MAX = Duration.ofSeconds(3);

  /** A lock that is older was left behind. */
  private static final Duration MAX_LOCK = Duration.ofSeconds(10);

  private static final String LINK = "gitdir: ";
  private static final int MAX_LINK_BYTES = 4096;

  private Stillness() {}

  /** How it is now. */
  interface Look {
    Scan look() throws IOException;
  }

  /**
   * Returns at once when nothing has changed since {@code known}.
   *
   * @return false when the thread is to end instead
   */
  static boolean await(Path root, Scan known, Look look) {
    var until = System.nanoTime() + MAX.toNanos();
    try {
      var before = known;
      var now = look.look();
      var git = git(root);
      while (!known.equals(now) && System.nanoTime() < until) {
        if (now.equals(before) && git.filter(Stillness::isLocked).isEmpty()) {
          return true;
        }
        before = now;
        Thread.sleep(MOMENT);
        now = look.look();
      }
      return true;
    } catch (IOException gone) {
      return true; // whoever reads it says so
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Where git keeps what it knows of the folder, which may be further up or elsewhere. */
  private static Optional<Path> git(Path root) throws IOException {
    for (var one = root; one != null; one = one.getParent()) {
      var git = one.resolve(".git");
      if (Files.isDirectory(git)) {
        return Optional.of(git);
      }
      if (Files.isRegularFile(git)) {
        return linked(git);
      }
    }
    return Optional.empty();
  }

  /** Of a work tree or a submodule: a file of one line, which names the folder. */
  private static Optional<Path> linked(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var said = new String(in.readNBytes(MAX_LINK_BYTES), StandardCharsets.UTF_8).strip();
      return said.startsWith(LINK)
          ? Optional.of(file.resolveSibling(said.substring(LINK.length())))
          : Optional.empty();
    } catch (InvalidPathException odd) {
      return Optional.empty();
    }
  }

  private static boolean isLocked(Path git) {
    try {
      var since = Files.getLastModifiedTime(git.resolve("index.lock")).toInstant();
      return since.isAfter(Instant.now().minus(MAX_LOCK));
    } catch (IOException none) {
      return false;
    }
  }
}
