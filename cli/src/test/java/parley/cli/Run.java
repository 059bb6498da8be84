package parley.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;

/** What came of running the program in this process, in a pipe. */
public record Run(ExitCode code, String out, String err) {

  public static Run of(String... arguments) {
    return with("", arguments);
  }

  /** With {@code input} on standard input, a byte for each character as in ISO 8859-1. */
  static Run with(String input, String... arguments) {
    return with(new ByteArrayInputStream(input.getBytes(StandardCharsets.ISO_8859_1)), arguments);
  }

  static Run with(InputStream input, String... arguments) {
    return with(Map.of(), input, arguments);
  }

  /** With variables of the process. */
  static Run with(Map<String, String> environment, String... arguments) {
    return with(environment, InputStream.nullInputStream(), arguments);
  }

  private static Run with(Map<String, String> environment, InputStream input, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var shell =
        new Shell(
            input, out, err, Shell.Terminals.NONE, environment, Path.of("target", "home"), _ -> {});
    var code = Program.run(List.of(arguments), shell);
    return new Run(
        code, out.toString(StandardCharsets.ISO_8859_1), err.toString(StandardCharsets.UTF_8));
  }

  /** Standard output as UTF-8. */
  public String text() {
    return new String(out.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  public static Shell shell(InputStream in, OutputStream out, OutputStream err) {
    return new Shell(
        in, out, err, Shell.Terminals.NONE, Map.of(), Path.of("target", "home"), _ -> {});
  }
}
