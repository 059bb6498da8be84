package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.shell.ExitCode;
import parley.mock.server.EchoServer;
import parley.mock.server.EchoSpec;
import parley.transport.listen.ListenSpec;

/**
 * Runs the examples of the readme and of the guides to the format and to scripts against an echo
 * server, in a collection that has the files that they name. Those without steps are checked; those
 * that are {@code wrong} must fail.
 */
class FormatGuideTest {

  private static final Pattern EXAMPLE =
      Pattern.compile("```yaml ?(\\w*)\\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> everyExampleRuns() throws IOException {
    var server = EchoServer.open(EchoSpec.of(ListenSpec.local().build()));
    prepare();
    return EXAMPLE
        .matcher(
            read("README.md")
                + read("docs/format.md")
                + read("docs/scripts.md")
                + read("docs/network.md"))
        .results()
        .map(example ->
            dynamicTest(
                example.group(2).lines().findFirst().orElseThrow(),
                () -> check(example.group(1), example.group(2), server.url().toString())))
        .onClose(server::close);
  }

  private static String read(String document) throws IOException {
    return Files.readString(Path.of("..").resolve(document));
  }

  private void prepare() throws IOException {
    write("payloads/cat.png", "meow");
    for (var name : List.of("ca.pem", "me.pem", "me.key", "other.p12")) {
      write("certificates/" + name, "");
    }
    write("shop.mock.yaml", "paths: { /: {} }\n");
    write("schemas/ack.json", "{ \"type\": \"object\", \"required\": [\"seq\"] }");
    write(
        "login.ws.yaml",
        """
        url: wss://shop.example
        variables: { user: nobody }
        steps:
          - send: { json: { user: "{{user}}" } }
          - receive:
            where: { $.user: ann }
        """);
  }

  private void write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private void check(String kind, String text, String url) throws IOException {
    var yaml = text.replaceAll("wss?://\\w+\\.example", url.replaceAll("/$", ""));
    write(name(kind), yaml);
    var runs = yaml.contains("\nsteps:");
    var run =
        runs
            ? Run.of("run", "--allow-scripts", folder.resolve(name(kind)).toString())
            : Run.of("check", folder.toString());
    assertThat(run.code() == ExitCode.OK)
        .as(run.text() + run.err())
        .isEqualTo(!kind.equals("wrong"));
    if (!kind.equals("mock")) {
      Files.delete(folder.resolve(name(kind))); // what one example inherits, the next must not
    }
  }

  private static String name(String kind) {
    return switch (kind) {
      case "mock" -> "shop.mock.yaml";
      case "collection" -> "parley.yaml";
      case "environment" -> "environments/local.yaml";
      default -> "case.ws.yaml";
    };
  }
}
