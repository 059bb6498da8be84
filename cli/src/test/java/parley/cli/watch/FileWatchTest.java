package parley.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a watch tells from one look to the next. */
class FileWatchTest {

  @TempDir private Path folder;
  private int writes;

  private Path write(String name) throws IOException {
    return Files.writeString(folder.resolve(name), "x".repeat(++writes));
  }

  @Test
  void aFileThatNeverRestsHoldsUpNoOther() throws IOException {
    var saved = write("a.ws.yaml");
    var log = write("server.log");
    var watch = new FileWatch(Set.of(saved, log));
    write("a.ws.yaml");
    write("server.log");
    assertThat(watch.changed()).isEmpty();
    write("server.log");
    assertThat(watch.changed()).containsExactly(saved);
    write("server.log");
    assertThat(watch.changed()).isEmpty();
    assertThat(watch.changed()).containsExactly(log);
    assertThat(watch.changed()).isEmpty();
  }

  @Test
  void whatIsTakenAsItIsHasNotChanged() throws IOException {
    var report = folder.resolve("report.json");
    var watch = new FileWatch(Set.of());
    write("report.json");
    watch.take(Set.of(report));
    watch.add(Set.of(report, folder.resolve("other.json")));
    write("other.json");
    assertThat(watch.changed()).isEmpty();
    assertThat(watch.changed()).containsExactly(folder.resolve("other.json"));
  }
}
