package parley.workbench.tree;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import parley.protocol.frame.Bytes;

/** Makes files whole or not at all, and never in the place of another. */
final class NewFile {

  private NewFile() {}

  /**
   * Writes one; its folder is made when it is not there.
   *
   * @throws FileAlreadyExistsException when the name is taken, also since a moment ago
   */
  static void write(Path file, String text) throws IOException {
    var folder = file.toAbsolutePath().resolveSibling("");
    Files.createDirectories(folder);
    var draft = folder.resolve(".parley-" + UUID.randomUUID() + ".tmp");
    try {
      try (var channel =
          FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        var bytes = Bytes.utf8(text).asBuffer();
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      put(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** A second name refuses to take the place of a file, in one step; not every disk has such. */
  private static void put(Path draft, Path file) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (IOException | UnsupportedOperationException noLinks) {
      Files.move(draft, file);
    }
  }
}
