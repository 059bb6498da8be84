package parley.interop;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** An nginx or haproxy of this machine, in the background of a test. */
final class FrontServer implements AutoCloseable {

  private final Path folder;
  private final long pid;

  private FrontServer(Path folder, long pid) {
    this.folder = folder;
    this.pid = pid;
  }

  /** Starts nginx with what stands in its block {@code http}. */
  static FrontServer nginx(Path folder, String servers) throws IOException, InterruptedException {
    require("nginx");
    var text =
        """
        pid pid;
        master_process off;
        events { worker_connections 64; }
        http {
          access_log off;
          client_body_temp_path t1; proxy_temp_path t2; fastcgi_temp_path t3;
          uwsgi_temp_path t4; scgi_temp_path t5;
        %s
        }
        """
            .formatted(servers);
    var file = Files.writeString(folder.resolve("nginx.conf"), text);
    run(folder, "nginx", "-p", folder.toString(), "-e", "error.log", "-c", file.toString());
    return new FrontServer(folder, pid(folder));
  }

  /** Starts haproxy. */
  static FrontServer haproxy(Path folder, String text) throws IOException, InterruptedException {
    require("haproxy");
    var file = Files.writeString(folder.resolve("haproxy.cfg"), text);
    run(folder, "haproxy", "-D", "-f", file.toString(), "-p", folder.resolve("pid").toString());
    return new FrontServer(folder, pid(folder));
  }

  private static void require(String program) {
    var there =
        Stream.of("/usr/sbin", "/usr/local/sbin", "/usr/bin")
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    if (there) {
      return;
    }
    var what = program + " is not installed: apt install " + program;
    if (Installed.isRequired()) {
      throw new AssertionError(what + "; CI=true requires it");
    }
    System.err.println("Skipped: " + what);
    throw new TestAbortedException(what);
  }

  /** Both go to the background by themselves, once they listen. */
  private static void run(Path folder, String... command) throws IOException, InterruptedException {
    var said = folder.resolve("said.txt").toFile();
    var starting = new ProcessBuilder(command).directory(folder.toFile());
    starting.environment().merge("PATH", "/usr/sbin", (path, more) -> path + ":" + more);
    var process = starting.redirectErrorStream(true).redirectOutput(said).start();
    var ended = process.waitFor(Duration.ofSeconds(Deadline.SECONDS_AT_MOST));
    if (!ended || process.exitValue() != 0) {
      throw new AssertionError(command[0] + " does not start: " + Files.readString(said.toPath()));
    }
  }

  private static long pid(Path folder) throws IOException {
    return Long.parseLong(Files.readString(folder.resolve("pid")).strip());
  }

  /** A block of the document about networks. */
  static String documented(String block) throws IOException {
    var text = Files.readString(Path.of("..", "docs", "network.md"));
    var begin = text.indexOf('\n', text.indexOf("```" + block)) + 1;
    return text.substring(begin, text.indexOf("```\n", begin));
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException {
    ProcessHandle.of(pid)
        .ifPresent(process -> {
          process.destroy();
          process.onExit().orTimeout(Deadline.SECONDS_AT_MOST, TimeUnit.SECONDS).join();
        });
    Files.deleteIfExists(folder.resolve("pid"));
  }
}
