package parley.cli.run;

import java.io.IOException;
import java.util.Optional;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jspecify.annotations.Nullable;
import parley.cli.shell.Shell;

/**
 * How wide lines may be: as the terminal is at the moment, or wide enough to read in a log. Asks
 * only for the width: a terminal of JLine would close standard output when the program is
 * interrupted, before the last lines are written.
 */
final class TerminalSize {

  private static final int IN_A_FILE = 100;

  private final Shell shell;
  private final SystemStream stream;
  private final @Nullable TerminalProvider provider;

  private TerminalSize(Shell shell, @Nullable TerminalProvider provider) {
    this.shell = shell;
    this.provider = provider;
    this.stream = shell.terminals().out() ? SystemStream.Output : SystemStream.Error;
  }

  static TerminalSize of(Shell shell) {
    var isTerminal = shell.terminals().out() || shell.terminals().err();
    return new TerminalSize(shell, isTerminal ? provider().orElse(null) : null);
  }

  private static Optional<TerminalProvider> provider() {
    try {
      return Optional.of(TerminalProvider.load("ffm"));
    } catch (IOException unknownSystem) {
      return Optional.empty();
    }
  }

  int columns() {
    var measured = provider == null ? 0 : provider.systemStreamWidth(stream);
    return measured > 0 ? measured : said();
  }

  /** As the variable has it that some shells export. */
  private int said() {
    try {
      return shell.variable("COLUMNS").map(Integer::parseInt).orElse(IN_A_FILE);
    } catch (NumberFormatException nonsense) {
      return IN_A_FILE;
    }
  }
}
