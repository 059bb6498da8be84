package parley.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkbenchTest {

  @TempDir Path folder;

  @Test
  void whatMayHoldSecretsIsForItsOwnerOnly() throws IOException {
    var state = folder.resolve("state");
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var shown = Files.createDirectory(folder.resolve("shown"));
    var spec = new WorkbenchSpec(shown, false, state, loopback, Map.of(), "0");
    Files.createDirectories(state.resolve("trash"));
    try (var workbench = Workbench.open(spec)) {
      assertThat(workbench.url()).startsWith("http://127.0.0.1:");
      for (var name : List.of("history", "pages", "scratch", "trash")) {
        assertThat(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve(name))))
            .as(name)
            .isEqualTo("rwx------");
      }
    }
  }
}
