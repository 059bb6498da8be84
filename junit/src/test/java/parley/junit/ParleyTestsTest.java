package parley.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Files as dynamic tests. */
@Timeout(60)
class ParleyTestsTest {

  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void collection() throws IOException {
    write("parley.yaml", "name: Store\nurl: \"{{mock.url}}\"\n");
    write("environments/local.yaml", "mock: ../echo.mock.yaml\n");
    write(
        "echo.mock.yaml",
        """
        listen: { port: 0 }
        paths:
          /: { on-message: [ { otherwise: [ { send: { text: "{{text()}}" } } ] } ] }
        """);
    conversation("good", "say hello", "text: hello");
    conversation("deep/bad", "expect more", "text: { equals: good morning }");
    write("deep/skipped.ws.yaml", "name: skipped\nsteps: [ { skip: not today } ]\n");
    write("deep/broken.ws.yaml", "name: broken\nurl: ws://127.0.0.1:1\nsteps: [ { connect: } ]\n");
    write(
        "deep/rows.ws.yaml",
        """
        name: rows
        data: { csv: ../rows.csv }
        steps: [ { send: { text: "{{word}}" } }, { receive: , assert: [ { text: a } ] } ]
        """);
    write("rows.csv", "word\na\nb\n");
  }

  private void conversation(String file, String name, String check) throws IOException {
    write(
        file + ".ws.yaml",
        """
        name: %s
        tags: [%s]
        steps:
          - send: { text: hello }
          - receive:
            assert: [ { %s } ]
        """
            .formatted(name, file.replaceFirst(".*/", ""), check));
  }

  /** Runs them as JUnit does; null for those that pass. */
  private static Map<String, @Nullable Throwable> run(Stream<DynamicNode> nodes) {
    var results = new LinkedHashMap<String, @Nullable Throwable>();
    try (nodes) {
      nodes.forEach(node -> run(node, "", results));
    }
    return results;
  }

  private static void run(DynamicNode node, String path, Map<String, @Nullable Throwable> results) {
    var name = path + node.getDisplayName();
    switch (node) {
      case DynamicTest test ->
          results.put(name, catchThrowable(() -> test.getExecutable().execute()));
      case DynamicContainer container ->
          container.getChildren().forEach(child -> run(child, name + "/", results));
      default -> throw new IllegalStateException("neither a test nor a container: " + node);
    }
  }

  @Test
  void everyRunOfEveryFileIsATest() throws IOException {
    collection();
    var results = run(ParleyTests.in(folder).seed(1).toStream());
    assertThat(results)
        .containsOnlyKeys(
            "say hello",
            "deep/expect more",
            "deep/broken",
            "deep/rows/rows · row 1",
            "deep/rows/rows · row 2",
            "deep/skipped");
    assertThat(results.get("say hello")).isNull();
    assertThat(results.get("deep/rows/rows · row 1")).isNull();
    assertThat(results.get("deep/rows/rows · row 2")).isInstanceOf(AssertionFailedError.class);
    assertThat(results.get("deep/skipped"))
        .isInstanceOf(TestAbortedException.class)
        .hasMessage("not today");
    assertThat(results.get("deep/broken")).isInstanceOf(BrokenConversation.class);
    assertThat(results.get("deep/expect more"))
        .isInstanceOfSatisfying(
            AssertionFailedError.class,
            failed -> {
              assertThat(failed.getExpected().getStringRepresentation())
                  .isEqualTo("\"good morning\"");
              assertThat(failed.getActual().getStringRepresentation()).isEqualTo("\"hello\"");
              assertThat(failed).hasMessageContaining("bad.ws.yaml:5");
            });
  }

  @Test
  void aTestKnowsWhereItStands() throws IOException {
    collection();
    try (var nodes = ParleyTests.in(folder).tags("good").toStream()) {
      var all = nodes.toList();
      assertThat(all).hasSize(1);
      assertThat(all.getFirst().getTestSourceUri())
          .hasValueSatisfying(uri -> assertThat(uri.toString()).endsWith("/good.ws.yaml?line=4"));
    }
  }

  @Test
  void aSnapshotIsComparedWith() throws IOException {
    collection();
    write("good.snapshot.yaml", "messages:\n  - received: { text: good morning }\n");
    assertThat(run(ParleyTests.in(folder.resolve("good.ws.yaml")).toStream()).get("say hello"))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("message 1: expected text \"good morning\", found text \"hello\"");
  }

  @Test
  void aBuildsReportHasNoSecrets() throws IOException {
    collection();
    write(".env", "TOKEN=supersecret12345\n");
    var asserted = "[ { $.t: { equals: other } }, { $.t: { equals: supersecret12345x } } ]";
    write(
        "secret.ws.yaml",
        """
        name: secret
        steps:
          - send: { json: { t: "{{env.TOKEN}}" } }
          - receive:
            assert: %s
        """
            .formatted(asserted));
    var file = folder.resolve("secret.ws.yaml");
    var failed = run(ParleyTests.in(file).toStream()).get("secret");
    try (var talk = Parley.open(file)) {
      talk.send(Parley.text("x".repeat(190) + "{{env.TOKEN}}"));
      talk.receive();
      talk.send(Parley.text("{ \"t\": \"{{env.TOKEN}}\" }"));
      var talked = catchThrowable(() -> talk.receive(Parley.check("$.t", Parley.equalTo("other"))));
      assertThat(List.of(failed, talked))
          .allSatisfy(one -> {
            assertThat(one).isInstanceOf(AssertionFailedError.class);
            var error = (AssertionFailedError) one;
            assertThat(error.getActual().getStringRepresentation()).isEqualTo("\"•••\"");
            assertThat(error.toString() + error.getExpected()).doesNotContain("supersec");
          });
    }
  }

  @Test
  void scriptsAreDoneWhereTheBuildAllowsThem() throws IOException {
    collection();
    write("js.ws.yaml", "name: js\nsteps: [ { script: 'expect(1).to.equal(1)' } ]\n");
    var file = folder.resolve("js.ws.yaml");
    assertThatThrownBy(() -> ParleyTests.in(file).toStream())
        .isInstanceOf(BrokenConversation.class)
        .hasMessageContaining("nobody has allowed the scripts");
    assertThat(run(ParleyTests.in(file).allowingScripts().toStream()).get("js")).isNull();
  }

  @Test
  void wrongFilesAreNotRun() throws IOException {
    collection();
    write("wrong.ws.yaml", "steps: [ { sendd: a } ]\n");
    assertThatThrownBy(() -> ParleyTests.in(folder).toStream())
        .isInstanceOf(BrokenConversation.class)
        .hasMessageContaining("did you mean `send`?");
    assertThatThrownBy(() -> ParleyTests.in(folder).environment("lokal").toStream())
        .isInstanceOf(BrokenConversation.class)
        .hasMessageContaining("there is no environment 'lokal'");
  }
}
