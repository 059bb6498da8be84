package parley.cli.run;

import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;
import parley.cli.shell.Shell;

/** How wide lines may be: as the terminal is at the moment, or wide enough to read in a log. */
final class TerminalSize implements AutoCloseable {

  private static final int IN_A_FILE = 100;

  private final Shell shell;
  private final @Nullable Terminal terminal;

  private TerminalSize(Shell shell, @Nullable Terminal terminal) {
    this.shell = shell;
    this.terminal = terminal;
  }

  static TerminalSize of(Shell shell) {
    return new TerminalSize(shell, open(shell));
  }

  private static @Nullable Terminal open(Shell shell) {
    if (!shell.terminals().out() && !shell.terminals().err()) {
      return null;
    }
    try {
      return TerminalBuilder.builder()
          .system(true)
          .systemOutput(TerminalBuilder.SystemOutput.SysOutOrSysErr)
          .dumb(true)
          .build();
    } catch (IOException unknown) {
      return null;
    }
  }

  int columns() {
    var measured = terminal == null ? 0 : terminal.getWidth();
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

  @Override
  public void close() {
    if (terminal != null) {
      try {
        terminal.close();
      } catch (IOException gone) {
        // Whoever closed the terminal needs no clean one.
        return;
      }
    }
  }
}
