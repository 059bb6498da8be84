package parley.workbench.collection;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk of two megabytes that a test fills, empties, or makes read-only. Where the system lets
 * nobody mount one, the test is left out.
 */
public final class SmallDisk implements AutoCloseable {

  private final Path at;

  private SmallDisk(Path at) {
    this.at = at;
  }

  /** Mounts it on a folder, which is made. */
  public static SmallDisk at(Path folder) throws IOException {
    Files.createDirectories(folder);
    assumeTrue(
        ran("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder.toString()),
        "no disk can be mounted here");
    return new SmallDisk(folder);
  }

  /** Until not a byte has room any more. */
  public SmallDisk fill() throws IOException {
    try (var out = Files.newOutputStream(filling())) {
      var block = new byte[4096];
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      return this;
    }
  }

  /** As much room as before. */
  public void empty() throws IOException {
    Files.delete(filling());
  }

  private Path filling() {
    return at.resolve(".filling");
  }

  /** Nothing can be written, whoever tries. */
  public void readOnly(boolean how) throws IOException {
    if (!ran("mount", "-o", "remount," + (how ? "ro" : "rw"), at.toString())) {
      throw new IOException("it cannot be mounted again");
    }
  }

  @Override
  public void close() throws IOException {
    if (!ran("umount", "-l", at.toString())) {
      throw new IOException(at + " stays mounted");
    }
  }

  private static boolean ran(String... command) throws IOException {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IOException missing) {
      return false;
    }
  }
}
