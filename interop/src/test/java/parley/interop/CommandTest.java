package parley.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The command {@code parley} in its own process, in a pipe, with servers of other makers. */
@ExtendWith(Peers.Extension.class)
final class CommandTest {

  /** How a command ended, and what it printed. */
  private record Result(int exitCode, String out, String err) {}

  private static final int UNEXPECTED_CLOSE = 7;

  private final Peers peers;

  CommandTest(Peers peers) {
    this.peers = peers;
  }

  private String url(Maker maker, boolean secure) {
    var port = peers.server(maker).echoPort(secure);
    return "%s://127.0.0.1:%d/?deflate".formatted(secure ? "wss" : "ws", port);
  }

  private static Result parley(String input, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("parley.cli.Main");
    command.addAll(List.of(arguments));
    var err = Path.of("target", "command.err");
    var process = new ProcessBuilder(command).redirectError(err.toFile()).start();
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    }
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(Duration.ofSeconds(Deadline.SECONDS_AT_MOST))).isTrue();
    return new Result(process.exitValue(), out, Files.readString(err));
  }

  @Test
  void linesOfPipeComeBackFromWs() throws Exception {
    var lines = "Grüße\n{\"price\":1.10}\n\uD83C\uDF89\n";
    assertThat(parley(lines, url(Maker.WS, false))).isEqualTo(new Result(0, lines, ""));
  }

  @Test
  void compressedMessageComesBackFromWebsocketsOverTls() throws Exception {
    var certificate = peers.certificate().toString();
    var url = url(Maker.WEBSOCKETS, true);
    assertThat(parley("", "--cacert", certificate, "--compress", "-1", "-d", "hi", url))
        .isEqualTo(new Result(0, "hi\n", ""));
  }

  @Test
  void closeByJettyIsSaidWithItsCodeAndReason() throws Exception {
    var result = parley("", "-d", "!close 4002 later", url(Maker.JETTY, false));
    assertThat(result.exitCode()).isEqualTo(UNEXPECTED_CLOSE);
    assertThat(result.err()).contains("4002", "later");
  }
}
