package parley.cli.shell;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The shell of the running process. */
public final class ProcessShell {

  private static final Path LINUX_DESCRIPTORS = Path.of("/proc/self/fd");

  private ProcessShell() {}

  public static Shell open() {
    return new Shell(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        terminals(),
        System.getenv(),
        Path.of(System.getProperty("user.home", ".")),
        task -> Runtime.getRuntime().addShutdownHook(new Thread(task, "interruption")));
  }

  /**
   * Linux tells by the names of the open files, which is cheap. Elsewhere the JDK's console knows
   * only whether both input and output are terminals.
   */
  private static Shell.Terminals terminals() {
    if (Files.isDirectory(LINUX_DESCRIPTORS)) {
      return new Shell.Terminals(isTerminal(0), isTerminal(1), isTerminal(2));
    }
    var both = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    return new Shell.Terminals(both, both, both);
  }

  private static boolean isTerminal(int descriptor) {
    try {
      var target = Files.readSymbolicLink(LINUX_DESCRIPTORS.resolve("" + descriptor)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException unknown) {
      return false;
    }
  }
}
