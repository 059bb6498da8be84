package parley.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares with a file that {@code -Dgolden.write=true} rewrites. */
public final class Golden {

  /** Where the resources of the tests stand. */
  public static final Path RESOURCES = Path.of("src/test/resources");

  private Golden() {}

  /** Fails when the file holds something else. */
  public static void check(Path file, String actual) {
    try {
      if (Boolean.getBoolean("golden.write")) {
        Files.writeString(file, actual);
      }
      assertThat(Files.exists(file)).as(file + " exists; -Dgolden.write=true writes it").isTrue();
      assertThat(actual).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
