package parley.cli.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import parley.transport.connection.Surroundings;

/**
 * What the program was started in.
 *
 * @param out where messages go, {@code err} where everything else goes; neither is buffered
 * @param variables the environment
 * @param home the user's own folder
 * @param interruption takes what is to be done when the user interrupts the program; the program
 *     ends once that has returned
 */
public record Shell(
    InputStream in,
    OutputStream out,
    OutputStream err,
    Terminals terminals,
    Map<String, String> variables,
    Path home,
    Consumer<Runnable> interruption) {

  /** Which of the three streams are terminals. */
  public record Terminals(boolean in, boolean out, boolean err) {

    public static final Terminals NONE = new Terminals(false, false, false);
  }

  public Shell {
    variables = Map.copyOf(variables);
  }

  /** Writes to standard output. */
  public void say(String text) {
    write(out, text);
  }

  /** Writes to standard error. */
  public void complain(String text) {
    write(err, text);
  }

  private static void write(OutputStream stream, String text) {
    try {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
      stream.flush();
    } catch (IOException readerGone) {
      // Whoever closed the stream does not want the rest, as in `parley --help | head -1`.
      return;
    }
  }

  /** A variable that is set and not empty. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }

  /** What connections are told of all this; a person at a terminal may be asked for more. */
  public Surroundings surroundings() {
    return terminals.in() && terminals.err()
        ? new Surroundings(variables, new TypedPassphrases())
        : Surroundings.of(variables);
  }

  /** Whether colours are welcome on a terminal: NO_COLOR is unset and TERM can show them. */
  public boolean likesColor() {
    return variable("NO_COLOR").isEmpty() && !variable("TERM").orElse("").equals("dumb");
  }

  /** Where state that outlives a run is kept, by the custom of the operating system. */
  public Path stateFolder() {
    return StateFolder.of(System.getProperty("os.name", ""), variables, home);
  }
}
