package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.shell.ExitCode;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.transport.listen.ListenSpec;

/** Scripts are done where somebody has allowed them, and nowhere else. */
class ScriptTest {

  @TempDir Path state;
  @TempDir Path folder;

  private Run run(String... arguments) {
    return Run.with(Map.of("XDG_STATE_HOME", state.toString()), arguments);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private void shop(EchoServer echo) throws IOException {
    write(
        "parley.yaml",
        """
        url: "%s?sign={{sign}}"
        scripts:
          before-connect: |
            vars.set("sign", "s" + 1);
            request.headers.set("X-Sign", request.connection + "s1");
          after: { file: after.js }
        """
            .formatted(echo.url()));
    write("after.js", "console.log(`${result.status} after ${result.steps.length} steps`);\n");
    write(
        "a.ws.yaml",
        """
        scripts:
          on-message: vars.set("seen", message.json.id)
        steps:
          - send: { json: { id: 12345678901234567890 } }
          - receive:
            assert: [ seen == 12345678901234567890, sign == 's1' ]
          - script: |
              test("the id is kept", () => expect(message.json.id).to.equal(12345678901234567890n));
              send({ id: vars.get("seen") + 1n });
          - receive:
            assert: [ $.id: 12345678901234567891 ]
        """);
  }

  @Test
  void nothingIsDoneUntilSomebodyAllowsItAndAgainOnceAScriptHasChanged() throws Exception {
    try (var echo = EchoServer.open(EchoSpec.of(ListenSpec.local().build()))) {
      shop(echo);
      var shop = folder.toString();
      var refused = run("run", shop);
      assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
      assertThat(refused.err())
          .contains("parley.yaml:3:19: error: found a script, and nobody has allowed")
          .contains("hint: `parley trust ")
          .endsWith("nothing was run\n");
      assertThat(run("check", shop).code()).isEqualTo(ExitCode.OK);

      var allowed = run("run", "--allow-scripts", "-v", shop);
      assertThat(allowed.code()).as(allowed.text()).isEqualTo(ExitCode.OK);
      assertThat(allowed.text()).contains("X-Sign: s1").contains("script after");
      assertThat(run("run", shop).code()).isEqualTo(ExitCode.USAGE);

      assertThat(run("trust", "--show", shop).text()).contains("vars.set(\"sign\", \"s\" + 1);");
      assertThat(run("run", shop).code()).isEqualTo(ExitCode.USAGE);
      assertThat(run("trust", shop).text()).contains("4 scripts of").contains("after.js");
      assertThat(run("run", shop).code()).isEqualTo(ExitCode.OK);
      assertThat(run("trust", "--list").text()).isEqualTo(folder.toRealPath() + "\n");

      write("a.ws.yaml", "# a comment\n" + Files.readString(folder.resolve("a.ws.yaml")));
      assertThat(run("run", shop).code()).isEqualTo(ExitCode.OK);
      write("after.js", "console.log('changed')\n");
      assertThat(run("run", shop).code()).isEqualTo(ExitCode.USAGE);

      assertThat(run("trust", shop).code()).isEqualTo(ExitCode.OK);
      assertThat(run("trust", "--revoke", shop).text()).endsWith("are allowed no more.\n");
      assertThat(run("run", shop).code()).isEqualTo(ExitCode.USAGE);
      assertThat(run("trust", "--revoke", shop).text()).endsWith("were not allowed.\n");
    }
  }

  @Test
  void whatAFolderDoesAroundItsTestsIsRefusedBeforeTheyBegin() throws Exception {
    try (var echo = EchoServer.open(EchoSpec.of(ListenSpec.local().build()))) {
      write("parley.yaml", "before-all: [ { script: 'console.log(1)' } ]\n");
      write("a.ws.yaml", "url: " + echo.url() + "\nsteps: [ { connect: } ]\n");
      assertThat(run("run", folder.toString()).err())
          .contains("parley.yaml:1:26: error: found a script, and nobody has allowed")
          .endsWith("nothing was run\n");
      assertThat(run("run", "--allow-scripts", folder.toString()).code()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void byHandNothingIsDoneEither() throws Exception {
    try (var echo = EchoServer.open(EchoSpec.of(ListenSpec.local().build()))) {
      shop(echo);
      var file = folder.resolve("a.ws.yaml").toString();
      assertThat(run(file).err()).contains("nobody has allowed the scripts of this collection");
      var allowed = run(file, "--allow-scripts", "-1", "-d", "{\"id\": 5}");
      assertThat(allowed.code()).as(allowed.err()).isEqualTo(ExitCode.OK);
      assertThat(allowed.text()).contains("{\"id\": 5}");
    }
  }

  @Test
  void aCollectionWithoutScriptsNeedsNoPermission() throws IOException {
    write("a.ws.yaml", "url: ws://localhost\n");
    assertThat(run("trust", folder.toString()).text()).startsWith("There are no scripts in ");
    assertThat(run("trust", folder.resolve("none").toString()).code()).isEqualTo(ExitCode.USAGE);
    assertThat(run("trust", "--help").text()).contains("parley trust [OPTIONS] [FOLDER]");
  }
}
