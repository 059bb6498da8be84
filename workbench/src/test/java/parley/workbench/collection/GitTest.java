package parley.workbench.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkout of another branch changes many files, and is seen as one change. */
final class GitTest {

  private static final int FILES = 300;

  @TempDir Path top;

  @Test
  void anotherBranchIsOneChangeWithoutAHalfReadFile() throws IOException, InterruptedException {
    assumeTrue(Repository.isThere(), "there is no git");
    var root = Files.createDirectories(top.toRealPath().resolve("root"));
    var repository = Repository.in(root);
    write(root, "main");
    Files.writeString(root.resolve("only-main.ws.yaml"), "url: ws://main\n");
    repository.commit("main");
    repository.git("checkout", "-q", "-b", "other");
    write(root, "other");
    Files.delete(root.resolve("only-main.ws.yaml"));
    repository.commit("other");
    BlockingQueue<Set<Path>> changes = new LinkedBlockingQueue<>();
    try (var folder = OpenFolder.open(root, Map.of(), top.resolve("state"))) {
      folder.whenChanged(change -> changes.add(change.files()));
      repository.git("checkout", "-q", "main");
      assertThat(changes.poll(20, TimeUnit.SECONDS)).hasSize(FILES + 1);
      assertThat(urls(folder)).isEqualTo(Set.of("ws://main/" + "x".repeat(2000), "ws://main"));
      repository.git("checkout", "-q", "other");
      assertThat(changes.poll(20, TimeUnit.SECONDS)).hasSize(FILES + 1);
      assertThat(urls(folder)).isEqualTo(Set.of("ws://other/" + "x".repeat(2000)));
      assertThat(changes).isEmpty();
    }
  }

  private static void write(Path root, String branch) throws IOException {
    for (var number = 0; number < FILES; number++) {
      Files.writeString(
          root.resolve("f" + number + ".ws.yaml"), "url: ws://" + branch + "/" + "x".repeat(2000));
    }
  }

  private static Set<String> urls(OpenFolder folder) {
    var files = folder.workspace(folder.root()).files();
    assertThat(files.problems()).isEmpty();
    return files.conversationFiles().stream()
        .map(file -> files.conversation(file).orElseThrow().main().url().orElseThrow().text())
        .collect(Collectors.toSet());
  }
}
