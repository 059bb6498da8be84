package parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.cli.shell.ExitCode;

@Timeout(60)
class UiTest {

  @TempDir Path state;

  private Served open(String... more) throws IOException {
    var all = new String[4 + more.length];
    System.arraycopy(new String[] {"ui", "--no-open", "--state", state.toString()}, 0, all, 0, 4);
    System.arraycopy(more, 0, all, 4, more.length);
    return new Served(all).settled();
  }

  private static HttpResponse<String> get(String url, String... headers) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(URI.create(url));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  @Test
  void theFirstLineIsTheAddressWithItsKey() throws Exception {
    try (var ui = open("--port", "0", "src/test/resources/run/shop")) {
      var url = URI.create(ui.firstLine());
      assertThat(ui.firstLine()).matches("http://127\\.0\\.0\\.1:\\d+/enter#[A-Za-z0-9_-]{24}");
      assertThat(ui.log()).contains("The workbench shows", "shop", "Ctrl+C").doesNotContain("!");
      var key = get(url.resolve("/key").toString(), "Authorization", "Parley " + url.getFragment());
      assertThat(key.statusCode()).isEqualTo(200);
      assertThat(get(url.resolve("/").toString()).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void aTokenOfAnotherStartIsRefused() throws Exception {
    String old;
    try (var ui = open("--port", "0", "src/test/resources/run/shop")) {
      old = URI.create(ui.firstLine()).getFragment();
    }
    try (var ui = open("--port", "0", "src/test/resources/run/shop")) {
      var key = URI.create(ui.firstLine()).resolve("/key").toString();
      assertThat(get(key, "Authorization", "Parley " + old).statusCode()).isEqualTo(403);
    }
  }

  @Test
  void withoutAFolderTheExamplesAreCopiedAndStayAsTheUserLeavesThem() throws Exception {
    var watch = state.resolve("examples/market/watch.ws.yaml");
    try (var ui = open("--port", "0")) {
      assertThat(ui.log()).contains("examples");
      assertThat(watch).hasSameTextualContentAs(Path.of("../examples/market/watch.ws.yaml"));
    }
    Files.writeString(watch, "url: ws://localhost\n");
    try (var _ = open("--port", "0")) {
      assertThat(watch).hasContent("url: ws://localhost\n");
    }
  }

  @Test
  void allExamplesAreBundled() throws IOException {
    var examples = Path.of("..", "examples");
    try (var files = Files.walk(examples)) {
      var names =
          files
              .filter(Files::isRegularFile)
              .map(file -> examples.relativize(file).toString().replace('\\', '/'))
              .sorted();
      assertThat(Path.of("src/main/resources/parley-examples/list.txt"))
          .hasContent(String.join("\n", names.toList()));
    }
  }

  @Test
  void twoWorkbenchesMayShowOneFolder() throws Exception {
    try (var one = open("src/test/resources/run/shop");
        var two = open("src/test/resources/run/shop")) {
      assertThat(one.firstLine()).isNotEqualTo(two.firstLine());
      assertThat(get(two.firstLine()).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aTakenPortIsReported() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());
      var run = Run.of("ui", "--no-open", "--state", state.toString(), "--port", port, "src");
      assertThat(run.code()).isEqualTo(ExitCode.CANNOT_CONNECT);
      assertThat(run.err()).contains("cannot serve on 127.0.0.1:" + port, "--port 0");
    }
  }

  @Test
  void listeningBeyondThisMachineIsWarnedOf() throws Exception {
    try (var ui = open("--port", "0", "--host", "0.0.0.0", "src/test/resources/run/shop")) {
      assertThat(ui.log()).contains("! It listens beyond this machine");
    }
  }

  @Test
  void aPlaceThatCannotHoldTheExamplesIsNamed() throws Exception {
    var file = Files.writeString(state.resolve("file"), "");
    var run = Run.of("ui", "--no-open", "--state", file.toString());
    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("the examples cannot be written to", "--state DIR");
  }
}
