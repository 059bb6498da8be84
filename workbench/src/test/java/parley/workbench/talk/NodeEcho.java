package parley.workbench.talk;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** An echo server of another maker: Node's ws, with permessage-deflate for every message. */
final class NodeEcho implements AutoCloseable {

  private static final String SCRIPT =
      """
      const { WebSocketServer } = require('ws');
      const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: { threshold: 0 } },
        () => console.log(server.address().port));
      server.on('connection', (socket) =>
        socket.on('message', (data, binary) => socket.send(data, { binary })));
      process.stdin.on('end', () => process.exit()).resume();
      """;

  private final Process process;
  private final String port;

  private NodeEcho(Process process) throws IOException {
    this.process = process;
    var out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
    port = Optional.ofNullable(new BufferedReader(out).readLine()).orElse("");
  }

  /** Starts it; ends the test, as skipped, where it is not installed. */
  static NodeEcho start() throws IOException {
    var builder = new ProcessBuilder("node", "-e", SCRIPT);
    builder.environment().put("NODE_PATH", nodePath());
    if (!hasWs()) {
      throw missing();
    }
    var started = new NodeEcho(builder.start());
    if (started.port.isEmpty()) {
      started.close();
      throw missing();
    }
    return started;
  }

  private static RuntimeException missing() {
    var what = "Node's ws is not installed: npm install --prefix target/peers ws";
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionError(what + "; CI=true requires it");
    }
    return new TestAbortedException(what);
  }

  private static boolean hasWs() {
    return Stream.of(nodePath().split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.exists(Path.of(folder, "ws", "package.json")));
  }

  private static String nodePath() {
    return Optional.ofNullable(System.getenv("NODE_PATH"))
        .orElse(Path.of("..", "target", "peers", "node_modules").toAbsolutePath().toString());
  }

  String url() {
    return "ws://127.0.0.1:" + port + "/";
  }

  /** It ends with its input. */
  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.destroy();
  }
}
