package parley.cli.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.option.Misuse;
import parley.cli.option.Reading;
import parley.cli.shell.Shell;
import parley.engine.plan.FileAccess;
import parley.model.collection.Position;
import parley.model.collection.Source;
import parley.model.value.JsonReader;
import parley.model.value.JsonReading;
import parley.model.value.Value;
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
    assertThat(misuse(workspace.conversations(folder.resolve("parley.yaml"))).found())
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
  void whatIsNotThereIsAMisuseWithTheNearestName() throws IOException {
    write("subscribe.ws.yaml", "url: ws://localhost\n");
    write("environments/staging.yaml", "docs: a\n");
    var misuse = misuse(Workspace.open(folder.resolve("subscrib.ws.yaml"), shell(Map.of())));
    assertThat(misuse.hint()).contains("Did you mean " + folder.resolve("subscribe.ws.yaml") + "?");
    assertThat(misuse(open(folder).in("stagin")).hint()).contains("Did you mean staging?");
  }

  @Test
  void theOnlyEnvironmentIsTaken() throws IOException {
    write("a.ws.yaml", "url: ws://localhost\n");
    assertThat(open(folder).inOnlyEnvironment().environment()).isEmpty();
    write("environments/one.yaml", "variables: { a: 1 }\n");
    assertThat(open(folder).inOnlyEnvironment().environment()).isPresent();
    write("environments/two.yaml", "variables: { a: 1 }\n");
    assertThat(open(folder).inOnlyEnvironment().environment()).isEmpty();
  }

  @Test
  void secretsOfTheEnvironmentWinAndNoneIsShown() throws IOException {
    write(".env", "TOKEN=general\nOTHER=abc\n");
    write(".env.local", "TOKEN=special\n");
    write("environments/local.yaml", "variables: { a: \"{{env.CI_PASSWORD}}\" }\n");
    write("a.ws.yaml", "url: ws://localhost/{{env.REGION}}\n");
    var process = Map.of("CI_PASSWORD", "hunter2", "REGION", "north", "TOKEN", "process");
    var workspace = found(found(Workspace.open(folder, shell(process))).in("local"));
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

  @Test
  void aVariableOfTheCommandLineIsWhatJsonMeansOrAText() {
    assertThat(variable("a=1.10")).isEqualTo(json("1.10"));
    assertThat(variable("a=true")).isEqualTo(Value.of(true));
    assertThat(variable("a=null")).isEqualTo(Value.NULL);
    assertThat(variable("a=\"7\"")).isEqualTo(Value.of("7"));
    assertThat(variable("a=[1,\"b\"]")).isEqualTo(json("[1,\"b\"]"));
    assertThat(variable("a=0123")).isEqualTo(Value.of("0123"));
    assertThat(variable("a=x=y ")).isEqualTo(Value.of("x=y "));
    assertThat(variable("a=")).isEqualTo(Value.of(""));
    assertThat(VarArgument.parse("=1")).isInstanceOf(Reading.Bad.class);
    assertThat(VarArgument.parse("a b=1")).isInstanceOf(Reading.Bad.class);
  }

  private static Value variable(String text) {
    return VarArgument.parse(text) instanceof Reading.Good<VarArgument>(var argument)
        ? argument.value()
        : Value.NULL;
  }

  private static Value json(String text) {
    return JsonReader.read(text) instanceof JsonReading.Read(var value) ? value : Value.NULL;
  }

  private Source path(String text) {
    return new Source(text, new Position(folder.resolve("a.ws.yaml"), 1, 1));
  }

  private static Workspace open(Path path) {
    return found(Workspace.open(path, shell(Map.of())));
  }

  private static Shell shell(Map<String, String> variables) {
    return new Shell(
        java.io.InputStream.nullInputStream(),
        java.io.OutputStream.nullOutputStream(),
        java.io.OutputStream.nullOutputStream(),
        Shell.Terminals.NONE,
        variables,
        Path.of("."),
        _ -> {});
  }

  private static <T> T found(Lookup<T> lookup) {
    return switch (lookup) {
      case Lookup.Found<T>(var value) -> value;
      case Lookup.Failed<T>(var misuse) -> throw new AssertionError(misuse.toText());
    };
  }

  private static Misuse misuse(Lookup<?> lookup) {
    return switch (lookup) {
      case Lookup.Found<?>(var value) -> throw new AssertionError(List.of(value));
      case Lookup.Failed<?>(var misuse) -> misuse;
    };
  }

  private Path write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
