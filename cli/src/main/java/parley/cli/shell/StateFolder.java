package parley.cli.shell;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where programs keep what outlives a run, by the custom of each operating system. */
final class StateFolder {

  private StateFolder() {}

  /**
   * The folder of Parley.
   *
   * @param system as the JDK calls the operating system
   */
  static Path of(String system, Map<String, String> variables, Path home) {
    var name = system.toLowerCase(Locale.ROOT);
    var above =
        absolute(variables, "XDG_STATE_HOME")
            .or(() -> name.startsWith("windows") ? absolute(variables, "LOCALAPPDATA") : none())
            .or(() -> name.startsWith("mac") ? Optional.of(ofMac(home)) : none())
            .orElseGet(() -> home.resolve(".local").resolve("state"));
    return above.resolve("parley");
  }

  private static Optional<Path> none() {
    return Optional.empty();
  }

  private static Path ofMac(Path home) {
    return home.resolve("Library").resolve("Application Support");
  }

  /** The XDG base directory specification has relative ones ignored. */
  private static Optional<Path> absolute(Map<String, String> variables, String name) {
    return Optional.ofNullable(variables.get(name))
        .filter(folder -> !folder.isEmpty())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
