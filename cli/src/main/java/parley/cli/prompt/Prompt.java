package parley.cli.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import parley.cli.hand.HandFile;
import parley.cli.hand.Opening;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.cli.shell.Version;
import parley.cli.talk.TalkPlan;
import parley.model.connection.ConnectSpec;
import parley.report.Palette;
import parley.report.Palette.Ink;
import parley.transport.connect.Connector;
import parley.transport.connect.Cookies;

/** A conversation on a terminal: reads lines with history and completion, writes above them. */
public final class Prompt {

  private static final int HISTORY_LINES = 5000;

  private final TalkPlan plan;
  private final Palette palette;
  private final LineReader reader;
  private final Screen screen;
  private final Partner partner;
  private final Thread typing = Thread.currentThread();

  private Prompt(TalkPlan plan, Maker maker, Shell shell, Terminal terminal) {
    this.plan = plan;
    this.palette = plan.view().palette();
    this.reader = reader(terminal, shell.stateFolder());
    this.screen = new Screen(reader::printAbove, this::shown);
    this.partner =
        maker.make(
            new Surface(screen::show, this::openChanged, typing::interrupt, terminal::getWidth));
    if (reader instanceof LineReaderImpl editor) {
      editor.setCompleter(new Completions(partner.commands(), partner::names));
    }
  }

  /** Makes whom to talk to. */
  private interface Maker {
    Partner make(Surface surface);
  }

  /**
   * Connects, and talks until the user leaves.
   *
   * @param notices what was corrected in the command line
   */
  public static ExitCode run(
      TalkPlan plan,
      ConnectSpec spec,
      List<String> notices,
      Connector connector,
      Cookies cookies,
      Shell shell) {
    return run(
        plan, surface -> new Conversation(plan, spec, notices, connector, cookies, surface), shell);
  }

  /**
   * The same by a file.
   *
   * @param connections those to begin with; empty for those that the file uses
   */
  public static ExitCode run(
      TalkPlan plan,
      HandFile file,
      Opening opening,
      List<String> connections,
      Connector connector,
      Shell shell) {
    return run(
        plan,
        surface -> new FileConversation(plan, file, opening, connections, connector, surface),
        shell);
  }

  private static ExitCode run(TalkPlan plan, Maker maker, Shell shell) {
    try (var terminal = TerminalBuilder.builder().system(true).build()) {
      return new Prompt(plan, maker, shell, terminal).run();
    } catch (IOException noTerminal) {
      throw new UncheckedIOException("the terminal cannot be opened", noTerminal);
    }
  }

  private static LineReader reader(Terminal terminal, Path stateFolder) {
    return LineReaderBuilder.builder()
        .terminal(terminal)
        .appName("parley")
        .parser(new LineParser())
        .variable(LineReader.HISTORY_FILE, historyFile(stateFolder))
        .variable(LineReader.HISTORY_SIZE, HISTORY_LINES)
        .variable(LineReader.HISTORY_FILE_SIZE, HISTORY_LINES)
        .variable(LineReader.SECONDARY_PROMPT_PATTERN, "… ")
        .variable(LineReader.BELL_STYLE, "none")
        .option(Option.DISABLE_EVENT_EXPANSION, true)
        .option(Option.ERASE_LINE_ON_FINISH, true)
        .option(Option.HISTORY_TIMESTAMPED, false)
        .build();
  }

  private static Path historyFile(Path stateFolder) {
    try {
      Files.createDirectories(stateFolder);
    } catch (IOException unwritable) {
      // Without the folder JLine cannot save, and the history lives as long as the session.
      return stateFolder.resolve("history");
    }
    return stateFolder.resolve("history");
  }

  private ExitCode run() {
    greet();
    limitTime();
    if (!partner.begin()) {
      screen.finish();
      return partner.outcome();
    }
    readLines();
    partner.leave();
    screen.finish();
    return partner.outcome();
  }

  private void greet() {
    var line = palette.paint(Ink.STRONG, "parley " + Version.NUMBER) + "  " + partner.greeting();
    screen.show(line, 0);
  }

  private void limitTime() {
    plan.talk().maxTime().ifPresent(limit -> Thread.ofVirtual().start(() -> endAfter(limit)));
  }

  private void endAfter(Duration limit) {
    try {
      Thread.sleep(limit);
      partner.timedOut();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void readLines() {
    var goesOn = true;
    while (goesOn && partner.outcome() != ExitCode.TIMEOUT) {
      try {
        goesOn = partner.typed(reader.readLine(promptText()));
      } catch (UserInterruptException dropped) {
        hintAtLeaving(dropped.getPartialLine());
      } catch (EndOfFileException left) {
        goesOn = false;
      }
    }
    // Running out of time interrupts this thread; what follows may wait again.
    var _ = Thread.interrupted();
  }

  private void hintAtLeaving(String dropped) {
    if (dropped.isEmpty() && partner.outcome() != ExitCode.TIMEOUT) {
      partner.notice("Ctrl+D leaves");
    }
  }

  private String promptText() {
    var name = partner.name().isEmpty() ? "" : partner.name() + " ";
    return partner.isOpen()
        ? palette.paint(Ink.GOOD, name + "› ")
        : palette.paint(Ink.FAINT, "○ " + name + "› ");
  }

  /** On the connection's thread. */
  private void openChanged() {
    if (reader instanceof LineReaderImpl editor) {
      editor.setPrompt(promptText());
    }
  }

  private void shown(long weight) {
    partner.shown(weight);
  }
}
