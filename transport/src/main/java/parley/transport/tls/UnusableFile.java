package parley.transport.tls;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** A file with keys or certificates that cannot be used; the message says why and what to do. */
public final class UnusableFile extends IOException {

  private static final long serialVersionUID = 1;

  UnusableFile(Path file, String problem) {
    super(file + ": " + problem);
  }

  UnusableFile(Path file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
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
