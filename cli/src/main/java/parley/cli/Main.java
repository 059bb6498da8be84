package parley.cli;

import java.util.List;
import parley.cli.shell.ProcessShell;

/** The program's entry. */
final class Main {

  private Main() {}

  static void main(String... arguments) {
    var code = Program.run(List.of(arguments), ProcessShell.open());
    System.exit(code.number());
  }
}
