package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.shell.ExitCode;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.transport.listen.ListenSpec;

/** A conversation file in a pipe, against an echo server. */
class FileTest {

  private static final String SECRET = "hunter2-and-more";
  private static final String FILE =
      """
      name: Echo
      url: "{{base}}/echo"
      headers: { X-Secret: "{{env.HAND_TOKEN}}" }
      connections: { ann: { params: { user: ann } } }
      on-message:
        - where: { $.type: ping }
          steps: [ { send: { json: { type: pong } } } ]
      """;

  @TempDir Path folder;
  private EchoServer server;
  private String base;
  private String file;

  @BeforeEach
  void serve() throws IOException {
    server = EchoServer.open(EchoSpec.of(ListenSpec.local().build()));
    base = "base=" + server.url().toString().replaceAll("/$", "");
    file = write("echo.ws.yaml", FILE);
    write("parley.yaml", "name: Hand\nvariables: { base: ws://127.0.0.1:1 }\n");
    write(".env", "HAND_TOKEN=" + SECRET + "\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void aLineIsAnsweredAndNothingElseIsSaid() {
    assertThat(Run.with("hi\n", "--var", base, file)).isEqualTo(new Run(ExitCode.OK, "hi\n", ""));
  }

  @Test
  void linesAreSentByteForByteWithTheirTemplates() {
    var lines = "{{room}}\na\0b\u001ec\r\n\n\u00ff\u00fe\n";
    assertThat(Run.with(lines, "--var", base, file).out()).isEqualTo(lines);
  }

  @Test
  void whatTheFileDoesInTheBackgroundGoesOn() {
    var run = Run.of("--var", base, "--count", "2", "-d", "{\"type\":\"ping\"}", file);
    assertThat(run)
        .isEqualTo(new Run(ExitCode.OK, "{\"type\":\"ping\"}\n{\"type\":\"pong\"}\n", ""));
  }

  @Test
  void theHandshakeIsTheFilesAndItsSecretsAreHidden() {
    var run = Run.of("--var", base, "-v", "-1", "-d", SECRET, file);
    assertThat(run.err())
        .contains("> GET /echo HTTP/1.1", "> X-Secret: •••")
        .doesNotContain(SECRET);
    assertThat(run.out()).as("messages are what they are").isEqualTo(SECRET + "\n");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void jsonLinesHideSecrets() {
    var run = Run.of("--var", base, "--json", "-1", "-d", "a " + SECRET, file);
    assertThat(run.text()).contains("\"text\":\"a •••\"").doesNotContain(SECRET);
  }

  @Test
  void aLossIsNotTheEndWhereTheFileSaysSo() throws IOException {
    Files.createDirectories(folder.resolve("environments"));
    write("environments/local.yaml", "mock: ../bye.mock.yaml\n");
    write(
        "bye.mock.yaml",
        """
        listen: { port: 0 }
        paths:
          /:
            on-connect: [ { send: { text: welcome } } ]
            on-message: [ { otherwise: [ { close: { code: 1001 } } ] } ]
        """);
    var again =
        write(
            "again.ws.yaml",
            "url: \"{{mock.url}}\"\nsettings: { reconnect: { attempts: 3, backoff: 1ms..2ms } }\n");
    var run = Run.with("leave\n", "--count", "2", again);
    assertThat(run.out()).isEqualTo("welcome\nwelcome\n");
    assertThat(run.err()).contains("; try 1 of 3 in ");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aNamedConnectionIsTheOneThatIsTalkedOn() {
    var run = Run.of("--var", base, "-v", "-1", "-d", "x", "--connection", "ann", file);
    assertThat(run.err()).contains("> GET /echo?user=ann HTTP/1.1");
  }

  @Test
  void closesAreAsAsked() {
    var run = Run.of("--var", base, "-v", "-1", "-d", "x", "--close-code", "4001", file);
    assertThat(run.err()).contains("■ closed by you: 4001");
    assertThat(run.code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void noServerIsNoConnection() {
    var run = Run.with("hi\n", file);
    assertThat(run.err()).contains("cannot connect to ws://127.0.0.1:1/echo");
    assertThat(run.code()).isEqualTo(ExitCode.CANNOT_CONNECT);
  }

  @Test
  void aValueThatIsMissingIsSaid() throws IOException {
    Files.delete(folder.resolve(".env"));
    var run = Run.with("hi\n", "--var", base, file);
    assertThat(run.err()).contains("HAND_TOKEN");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aWrongFileSaysAllThatIsWrongAndConnectsToNothing() throws IOException {
    var wrong =
        write("wrong.ws.yaml", "ulr: x\nmessages: [ { name: a, text: \"{{b}}\", as: c } ]\n");
    var run = Run.with("hi\n", wrong);
    assertThat(run.err()).contains("`ulr`", "did you mean `url`?", "without `url`", "`c`");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aFileWithoutTheEndingOfOneIsAFileToo() throws IOException {
    var run = Run.of(write("letter", "hello"));
    assertThat(run.err()).contains("'" + folder.resolve("letter") + "' is no conversation");
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
  }
}
