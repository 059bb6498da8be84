package parley.cli.ui;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Opens addresses in the user's browser. */
final class Browser {

  private Browser() {}

  /** What opens {@code url}; empty where there is no screen. */
  static Optional<List<String>> command(String system, Map<String, String> variables, String url) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler", url));
    }
    if (name.startsWith("mac")) {
      return Optional.of(List.of("open", url));
    }
    return hasScreen(variables) ? Optional.of(List.of("xdg-open", url)) : Optional.empty();
  }

  private static boolean hasScreen(Map<String, String> variables) {
    return List.of("DISPLAY", "WAYLAND_DISPLAY").stream()
        .anyMatch(name -> !variables.getOrDefault(name, "").isEmpty());
  }

  /** Starts a command, and does not wait for it. */
  static boolean start(List<String> command) {
    try {
      var _ =
          new ProcessBuilder(command)
              .redirectInput(Redirect.from(nothing()))
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start();
      return true;
    } catch (IOException notThere) {
      return false;
    }
  }

  private static File nothing() {
    return Redirect.DISCARD.file();
  }
}
