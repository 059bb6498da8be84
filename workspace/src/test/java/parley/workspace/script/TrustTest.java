package parley.workspace.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a permission. */
class TrustTest {

  @TempDir private Path folder;

  @Test
  void aBrokenFileAllowsNothing() throws IOException {
    var trust = new Trust(folder.resolve("trust"));
    var scripts = new SeenScripts(Files.createDirectory(folder.resolve("c")), List.of());
    trust.allow(scripts);
    assertThat(trust.covers(scripts)).isTrue();
    assertThat(trust.all()).containsExactly(scripts.root().toRealPath());
    try (var files = Files.newDirectoryStream(trust.folder(), "*.txt")) {
      for (var file : files) {
        Files.write(file, new byte[] {'x', '\n', (byte) 0xff});
      }
    }
    assertThat(trust.covers(scripts)).isFalse();
    assertThat(trust.all()).isEmpty();
  }
}
