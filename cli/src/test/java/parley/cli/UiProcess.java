package parley.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** {@code parley ui} in a process of its own, and a page that calls it. */
final class UiProcess implements AutoCloseable {

  private static final int SECONDS = 60;

  private final Process process;
  private final Path err;
  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final WebSocket page;

  UiProcess(Path state, Path folder) throws IOException, InterruptedException {
    err = Files.createTempFile(state, "err", ".txt");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "parley.cli.Main",
                "ui",
                "--no-open",
                "--port",
                "0",
                "--state",
                state.toString(),
                folder.toString())
            .redirectError(err.toFile())
            .start();
    var out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    page = open(URI.create(out.readLine()));
  }

  private WebSocket open(URI url) throws IOException, InterruptedException {
    var trade =
        HttpRequest.newBuilder(url.resolve("/key"))
            .header("Authorization", "Parley " + url.getFragment())
            .build();
    var key = client.send(trade, BodyHandlers.ofString());
    var cookie = key.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
    return client
        .newWebSocketBuilder()
        .header("Cookie", cookie)
        .header("Origin", "http://" + url.getAuthority())
        .subprotocols("parley", key.body().strip())
        .buildAsync(URI.create("ws://" + url.getAuthority() + "/api"), new Listening())
        .orTimeout(SECONDS, TimeUnit.SECONDS)
        .join();
  }

  private final class Listening implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      message.append(data);
      if (last && message.indexOf("\"event\"") < 0) {
        answers.add(message.toString());
      }
      message.setLength(last ? 0 : message.length());
      socket.request(1);
      return CompletableFuture.completedFuture(data);
    }
  }

  /** The answer to a call with JSON in which a single quote stands for a double one. */
  String call(String name, String with) throws InterruptedException {
    page.sendText(
            "{\"id\":1,\"call\":\"%s\",\"with\":%s}".formatted(name, with.replace('\'', '"')), true)
        .join();
    var answer = answers.poll(SECONDS, TimeUnit.SECONDS);
    assertThat(answer).as(name).isNotNull();
    return answer.replace('"', '\'');
  }

  /** Ctrl+C, or its nearest relative where the process was told to ignore that; its exit code. */
  int interrupt() throws IOException, InterruptedException {
    var signal = ignoresInterrupts() ? 15 : 2;
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue() - signal;
  }

  private boolean ignoresInterrupts() throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  /** What no program can answer to. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  String log() throws IOException {
    return Files.readString(err);
  }

  @Override
  public void close() {
    page.abort();
    client.shutdownNow();
    kill();
  }
}
