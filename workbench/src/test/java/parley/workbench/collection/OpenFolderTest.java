package parley.workbench.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.workspace.Preparation;
import parley.workspace.Workspace;

final class OpenFolderTest {

  @TempDir Path top;
  private final List<OpenFolder> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(OpenFolder::close);
  }

  @Test
  void eachFolderWithItsFileIsACollection() throws IOException {
    write("parley.yaml", "name: Outer\n");
    var inner = write("shop/inner/parley.yaml", "name: Inner\n");
    var folder = open(root());
    assertThat(folder.workspaces().stream().map(Workspace::root))
        .containsExactly(root(), root().resolve("shop/inner"));
    assertThat(folder.workspace(inner).root()).isEqualTo(root().resolve("shop/inner"));
    assertThat(folder.key(inner)).isEqualTo("shop/inner/parley.yaml");
    assertThat(folder.key(root())).isEmpty();
  }

  @Test
  void aFolderInsideOfACollectionOpensTheWholeOfIt() throws IOException {
    write("parley.yaml", "name: Outer\n");
    write("orders/a.ws.yaml", "url: ws://localhost\n");
    assertThat(open(root().resolve("orders")).root()).isEqualTo(root());
  }

  @Test
  void whatChangesOnDiskIsTold() throws IOException {
    var a = write("a.ws.yaml", "url: ws://localhost\n");
    write("b.ws.yaml", "url: ws://localhost\n");
    var folder = open(root());
    var changes = new ArrayList<Set<Path>>();
    folder.whenChanged(change -> changes.add(change.files()));
    folder.refresh();
    assertThat(changes).isEmpty();
    write("a.ws.yaml", "url: ws://elsewhere\n");
    var c = write("c.ws.yaml", "url: ws://localhost\n");
    folder.refresh();
    assertThat(changes).containsExactly(Set.of(a, c));
    assertThat(folder.workspace(a).conversation(a).orElseThrow().main().url().orElseThrow().text())
        .isEqualTo("ws://elsewhere");
  }

  @Test
  void filesThatAreNamedAreNoticedToo() throws IOException {
    var talk =
        write(
            "a.ws.yaml",
            """
            url: ws://localhost
            data: { csv: rows.csv }
            messages: [ { name: m, file: cat.bin } ]
            """);
    write("unnamed.csv", "a\n1\n");
    var folder = open(root());
    folder.refresh();
    assertThat(folder.workspace(talk).files().problems()).hasSize(2);
    var rows = write("rows.csv", "a\n1\n");
    var cat = write("cat.bin", "meow");
    folder.refresh();
    assertThat(folder.workspace(talk).files().problems()).isEmpty();
    var changes = new ArrayList<Set<Path>>();
    folder.whenChanged(change -> changes.add(change.files()));
    write("rows.csv", "a\n1\n2\n");
    write("unnamed.csv", "a\n1\n2\n");
    folder.refresh();
    Files.delete(cat);
    folder.refresh();
    assertThat(changes).containsExactly(Set.of(rows), Set.of(cat));
    assertThat(folder.workspace(talk).files().problems()).hasSize(1);
  }

  @Test
  void aCollectionInWhichNothingChangedIsNotReadAgain() throws IOException {
    write("one/parley.yaml", "name: One\n");
    write("two/parley.yaml", "name: Two\n");
    var folder = open(root());
    var before = folder.workspace(root().resolve("one/parley.yaml")).files();
    write("two/a.ws.yaml", "url: ws://localhost\n");
    folder.refresh();
    assertThat(folder.workspace(root().resolve("one/parley.yaml")).files()).isSameAs(before);
  }

  @Test
  void aVanishedFolderIsTroubleUntilItIsBack() throws IOException {
    write("a.ws.yaml", "url: ws://localhost\n");
    var folder = open(root());
    var away = top.resolve("away");
    Files.move(root(), away);
    folder.refresh();
    assertThat(folder.trouble()).hasValueSatisfying(text -> assertThat(text).contains("any more"));
    assertThat(folder.workspace(root().resolve("a.ws.yaml")).files().conversationFiles())
        .hasSize(1);
    Files.move(away, root());
    folder.refresh();
    assertThat(folder.trouble()).isEmpty();
  }

  @Test
  void theMockOfTheChosenEnvironmentRunsAndFollowsItsFile() throws IOException {
    write("parley.yaml", "url: \"{{mock.url}}/\"\n");
    write("environments/local.yaml", "mock: ../m.mock.yaml\n");
    var mock = write("m.mock.yaml", "paths: { /: { on-connect: [ { send: { text: hi } } ] } }\n");
    var talk = write("a.ws.yaml", "name: A\n");
    var folder = open(root());
    assertThat(folder.mocks().state(mock)).isInstanceOf(FolderMocks.State.Running.class);
    assertThat(folder.prepare(talk).preparation()).isInstanceOf(Preparation.Ready.class);
    write("m.mock.yaml", "paths: { /: { on-conect: [] } }\n");
    folder.refresh();
    assertThat(folder.mocks().state(mock))
        .isInstanceOfSatisfying(
            FolderMocks.State.Running.class,
            state -> assertThat(state.trouble()).contains("m.mock.yaml:1"));
    folder.mocks().stop(mock);
    assertThat(folder.prepare(talk).preparation().problems().all().getFirst().found())
        .startsWith("a mock that does not run");
    write("m.mock.yaml", "paths: { /: {} }\n");
    folder.refresh();
    assertThat(folder.mocks().state(mock)).isInstanceOf(FolderMocks.State.Stopped.class);
    assertThat(folder.mocks().start(mock)).isInstanceOf(FolderMocks.State.Running.class);
  }

  @Test
  void theExamplesAreReadyToConnectOffline() throws IOException {
    var examples = Path.of("..", "examples").toAbsolutePath().normalize();
    try (var all = Files.walk(examples)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        var copy = root().resolve(examples.relativize(file).toString());
        Files.createDirectories(copy.resolveSibling(""));
        Files.copy(file, copy);
      }
    }
    var folder = open(root());
    var ready = 0;
    for (var workspace : folder.workspaces()) {
      for (var file : workspace.files().conversationFiles()) {
        assertThat(folder.prepare(file).preparation()).isInstanceOf(Preparation.Ready.class);
        ready++;
      }
    }
    assertThat(ready).isPositive();
  }

  private Path root() {
    return top.resolve("root");
  }

  private OpenFolder open(Path path) throws IOException {
    var folder = OpenFolder.open(path, Map.of(), top.resolve("state"));
    opened.add(folder);
    return folder;
  }

  private Path write(String name, String text) throws IOException {
    var file = root().resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
