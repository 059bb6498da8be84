package parley.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lock that says that somebody writes a session. The system drops it when its process ends in
 * whatever way, so that a session is never taken for open because its writer was killed.
 */
final class SessionHold implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;

  private SessionHold(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Takes the lock; empty when another one has it, or the folder is not writable. */
  static Optional<SessionHold> take(Path file) {
    try {
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new SessionHold(file, channel));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  /** Whether somebody has the lock. */
  static boolean isTaken(Path file) {
    if (!Files.exists(file)) {
      return false;
    }
    var hold = take(file);
    hold.ifPresent(SessionHold::close);
    return hold.isEmpty();
  }

  @Override
  public void close() {
    try (channel) {
      // While the lock is held: whoever waits for it then makes a new file.
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // The lock goes with the process.
    }
  }
}
