package parley.cli.ui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A copy of the bundled examples for the user to play with. It stays as the user leaves it; a file
 * that is missing comes back at the next start.
 */
final class Examples {

  private static final String FOLDER = "parley-examples/";

  private Examples() {}

  /**
   * Makes the copy, or completes it.
   *
   * @return {@code folder}
   */
  static Path in(Path folder) throws IOException {
    for (var name : names()) {
      var file = folder.resolve(name);
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.write(file, read(name));
      }
    }
    return folder;
  }

  /** The paths of all, which cannot be asked of a class path. */
  static List<String> names() throws IOException {
    return new String(read("list.txt"), UTF_8).lines().toList();
  }

  private static byte[] read(String name) throws IOException {
    try (var stream = Examples.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      if (stream == null) {
        throw new IOException("the program has no example " + name);
      }
      return stream.readAllBytes();
    }
  }
}
