package parley.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.engine.plan.FileAccess;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.protocol.frame.Bytes;

final class WorkspaceTest {

  @TempDir Path folder;

  @Test
  void aFileIsItselfAndAFolderAllConversationsBelow() throws IOException {
    write("parley.yaml", "url: ws://localhost\n");
    var b = write("b.ws.yaml", "docs: b\n");
    var a = write("a/one.ws.yaml", "docs: a\n");
    var workspace = open(b);
    assertThat(workspace.root()).isEqualTo(folder);
    assertThat(found(workspace.conversations(b))).containsExactly(b);
    assertThat(found(workspace.conversations(folder))).containsExactly(a, b);
    assertThat(refusal(workspace.conversations(folder.resolve("parley.yaml"))).found())
        .endsWith("is no conversation");
  }

  @Test
  void aFolderWithItsOwnCollectionFileIsAnotherCollection() throws IOException {
    write("parley.yaml", "url: ws://localhost\n");
    var inner = write("inner/parley.yaml", "url: ws://inner\n");
    write("inner/a.ws.yaml", "docs: a\n");
    var own = write("own.ws.yaml", "docs: a\n");
    assertThat(found(open(folder).conversations(folder))).containsExactly(own);
    assertThat(open(inner).root()).isEqualTo(folder.resolve("inner"));
  }

  @Test
  void aLonelyFileReadsOnlyWhatStandsBesideIt() throws IOException {
    var file = write("chat.ws.yaml", "url: ws://localhost\n");
    write("environments/local.yaml", "variables: { a: 1 }\n");
    write("elsewhere/broken.ws.yaml", "nonsense: {\n");
    var workspace = open(file);
    assertThat(workspace.files().allFiles())
        .containsExactly(file, folder.resolve("environments/local.yaml"));
    assertThat(workspace.problems().all()).isEmpty();
  }

  @Test
  void whatIsNotThereIsRefusedWithTheNearestName() throws IOException {
    write("subscribe.ws.yaml", "url: ws://localhost\n");
    write("environments/staging.yaml", "docs: a\n");
    var refusal = refusal(Workspace.open(folder.resolve("subscrib.ws.yaml"), Map.of()));
    assertThat(refusal.hint())
        .contains("Did you mean " + folder.resolve("subscribe.ws.yaml") + "?");
    assertThat(refusal(open(folder).in("stagin")).hint()).contains("Did you mean staging?");
  }

  @Test
  void theOnlyEnvironmentIsTakenOrLocal() throws IOException {
    write("a.ws.yaml", "url: ws://localhost\n");
    assertThat(open(folder).inUsualEnvironment().environment()).isEmpty();
    write("environments/one.yaml", "variables: { a: 1 }\n");
    assertThat(open(folder).inUsualEnvironment().environment()).isPresent();
    write("environments/two.yaml", "variables: { a: 1 }\n");
    assertThat(open(folder).inUsualEnvironment().environment()).isEmpty();
    write("environments/local.yaml", "variables: { a: 1 }\n");
    assertThat(open(folder).inUsualEnvironment().environment().orElseThrow().name())
        .isEqualTo("local");
  }

  @Test
  void secretsOfTheEnvironmentWinAndNoneIsShown() throws IOException {
    write(".env", "TOKEN=general\nOTHER=abc\n");
    write(".env.local", "TOKEN=special\n");
    write("environments/local.yaml", "variables: { a: \"{{env.CI_PASSWORD}}\" }\n");
    write("a.ws.yaml", "url: ws://localhost/{{env.REGION}}\n");
    var process = Map.of("CI_PASSWORD", "hunter2", "REGION", "north", "TOKEN", "process");
    var workspace = found(found(Workspace.open(folder, process)).in("local"));
    assertThat(workspace.given(Map.of()).secrets())
        .isEqualTo(Map.of("TOKEN", "special", "OTHER", "abc"));
    assertThat(workspace.secretValues()).containsExactlyInAnyOrder("special", "process", "hunter2");
  }

  @Test
  void problemsOfOtherConversationsDoNotCountUnlessTheyAreUsed() throws IOException {
    write("parley.yaml", "url: ws://localhost\n");
    var alone = write("alone.ws.yaml", "docs: fine\n");
    var using = write("using.ws.yaml", "steps: [ { use: broken.ws.yaml } ]\n");
    write("broken.ws.yaml", "steps: [ { sned: hello } ]\n");
    var workspace = open(folder);
    var given = workspace.given(Map.of());
    assertThat(workspace.problems().hasErrors()).isTrue();
    assertThat(workspace.prepare(alone, given)).isInstanceOf(Preparation.Ready.class);
    assertThat(workspace.prepare(using, given)).isInstanceOf(Preparation.Wrong.class);
  }

  @Test
  void filesAreReadOnlyInsideOfTheCollection() throws IOException {
    write("data/a.txt", "hello");
    var access = open(folder).access();
    assertThat(access.read(path("data/a.txt")))
        .isEqualTo(new FileAccess.Content.Read(Bytes.utf8("hello")));
    assertThat(access.read(path("../a.txt")))
        .isEqualTo(new FileAccess.Content.Unreadable("a path that leaves the collection"));
    assertThat(access.read(path("data")))
        .isEqualTo(new FileAccess.Content.Unreadable("it is no file"));
    assertThat(access.read(path("none")))
        .isEqualTo(new FileAccess.Content.Unreadable("there is no such file"));
  }

  private Source path(String text) {
    return new Source(text, new Position(folder.resolve("a.ws.yaml"), 1, 1));
  }

  private static Workspace open(Path path) {
    return found(Workspace.open(path, Map.of()));
  }

  private static <T> T found(Lookup<T> lookup) {
    return switch (lookup) {
      case Lookup.Found<T>(var value) -> value;
      case Lookup.Failed<T>(var refusal) -> throw new AssertionError(refusal);
    };
  }

  private static Refusal refusal(Lookup<?> lookup) {
    return switch (lookup) {
      case Lookup.Found<?>(var value) -> throw new AssertionError(List.of(value));
      case Lookup.Failed<?>(var refusal) -> refusal;
    };
  }

  private Path write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
