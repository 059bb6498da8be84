package parley.transport.tls;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file with keys or certificates that cannot be used; the message says why and what to do. */
public final class UnusableFile extends IOException {

  private static final long serialVersionUID = 1;

  private final boolean locked;

  UnusableFile(Path file, String problem) {
    super(file + ": " + problem);
    locked = false;
  }

  UnusableFile(Path file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
    locked = false;
  }

  private UnusableFile(String problem, @Nullable Throwable cause) {
    super(problem, cause);
    locked = true;
  }

  /** A file that another password may open. */
  static UnusableFile locked(Path file, String problem) {
    return new UnusableFile(file + ": " + problem, null);
  }

  /** The same with its cause. */
  static UnusableFile locked(Path file, String problem, Throwable cause) {
    return new UnusableFile(file + ": " + problem, cause);
  }

  /** Whether another password may open it. */
  boolean isLocked() {
    return locked;
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** All of a file that is at most a megabyte, as files with keys are. */
  static byte[] readAll(Path file) throws UnusableFile {
    try {
      if (Files.size(file) > 1 << 20) {
        throw new UnusableFile(file, "is larger than 1 MB: expected keys or certificates");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException absent) {
      throw new UnusableFile(file, "there is no such file", absent);
    } catch (AccessDeniedException denied) {
      throw new UnusableFile(file, "may not be read", denied);
    } catch (UnusableFile told) {
      throw told;
    } catch (IOException failure) {
      throw new UnusableFile(file, "cannot be read: " + failure.getMessage(), failure);
    }
  }
}
