package parley.interop;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of other makers is installed here.
 *
 * <p>Read from the environment: {@code PARLEY_PYTHON}, a Python that has the module websockets;
 * {@code NODE_PATH}, where Node finds ws, else {@code target/peers/node_modules} in the checkout;
 * {@code CI}, which makes every peer a requirement.
 */
final class Installed {

  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

  private Installed() {}

  static boolean isRequired() {
    return "true".equals(System.getenv("CI"));
  }

  /** What child processes get in addition. */
  static Map<String, String> environment() {
    return Map.of("NODE_PATH", nodePath());
  }

  private static String nodePath() {
    return Optional.ofNullable(System.getenv("NODE_PATH"))
        .orElse(CHECKOUT.resolve(Path.of("target", "peers", "node_modules")).toString());
  }

  /** Whether this Node has ws. */
  static boolean hasWs() {
    return Stream.of(nodePath().split(File.pathSeparator))
            .anyMatch(folder -> Files.exists(Path.of(folder, "ws", "package.json")))
        && succeeds("node", "--version");
  }

  /** A Python with the module websockets. */
  static Optional<String> python() {
    return Stream.of(
            Optional.ofNullable(System.getenv("PARLEY_PYTHON")).orElse("/usr/bin/python3"),
            "python3")
        .filter(python -> succeeds(python, "-c", "import websockets.legacy.server"))
        .findFirst();
  }

  private static boolean succeeds(String... command) {
    try {
      var process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
