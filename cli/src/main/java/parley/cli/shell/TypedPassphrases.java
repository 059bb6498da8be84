package parley.cli.shell;

import java.io.Console;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.terminal.TerminalBuilder;
import parley.transport.connection.Passphrases;

/** Asks on the terminal, where what is typed is not shown. One question at a time. */
final class TypedPassphrases implements Passphrases {

  @Override
  public synchronized Optional<String> ask(Path key, boolean again) {
    var question = (again ? "That does not open it. " : "") + "Passphrase for " + key + ": ";
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(console -> ask(console, question))
        .orElseGet(() -> askBesideOutput(question));
  }

  private static Optional<String> ask(Console console, String question) {
    return Optional.ofNullable(console.readPassword("%s", question)).map(String::new);
  }

  /** The JDK's console is none where standard output goes to a file or a pipe. */
  private static Optional<String> askBesideOutput(String question) {
    try (var terminal =
        TerminalBuilder.builder()
            .system(true)
            .systemOutput(TerminalBuilder.SystemOutput.SysErr)
            .build()) {
      var echoed = terminal.echo(false);
      try {
        terminal.writer().print(question);
        terminal.flush();
        return line(terminal.reader());
      } finally {
        terminal.echo(echoed);
        terminal.writer().println();
        terminal.flush();
      }
    } catch (IOException nobody) {
      return Optional.empty();
    }
  }

  private static Optional<String> line(Reader typed) throws IOException {
    var line = new StringBuilder();
    for (var one = typed.read(); one != '\n' && one != '\r'; one = typed.read()) {
      if (one < 0) {
        return Optional.empty();
      }
      line.append((char) one);
    }
    return Optional.of(line.toString());
  }
}
