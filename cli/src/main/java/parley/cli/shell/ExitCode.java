package parley.cli.shell;

/** How the program ends: the one list of exit codes. */
public enum ExitCode {
  OK(0, "everything that was asked for happened"),
  EXPECTATION_FAILED(1, "--expect, --count or -1 was not met, or a test failed"),
  USAGE(2, "the command line, or a file it names, cannot be used"),
  CANNOT_CONNECT(3, "no connection: name, network, port"),
  TLS(4, "TLS or a certificate failed"),
  REFUSED(5, "the server refused the handshake, or its answer is no handshake"),
  TIMEOUT(6, "a time limit was reached: --connect-timeout, --timeout, -m"),
  UNEXPECTED_CLOSE(7, "the connection ended abnormally, early, or with another code than 1000"),
  BROKEN(8, "no test failed, but one could not be carried out"),
  INTERNAL(70, "Parley itself is wrong: please report it"),
  INTERRUPTED(130, "Ctrl+C");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  public int number() {
    return number;
  }

  public String meaning() {
    return meaning;
  }

  /** All codes as the last section of a help. */
  public static String section() {
    var out = new StringBuilder("\nExit codes\n");
    for (var code : values()) {
      var number = Integer.toString(code.number);
      out.append(" ".repeat(5 - number.length())).append(number).append("  ");
      out.append(code.meaning).append('\n');
    }
    return out.toString();
  }
}
