package parley.cli.serve;

import java.util.List;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;

/** Runs {@code parley demo}. */
public final class DemoRun {

  private DemoRun() {}

  public static String help() {
    return "";
  }

  public static ExitCode run(List<String> arguments, Shell shell) {
    shell.complain("parley: demo is not there yet: " + arguments + "\n");
    return ExitCode.USAGE;
  }
}
