package parley.cli.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.cli.shell.Version;
import parley.cli.talk.TalkPlan;
import parley.cli.talk.View;
import parley.report.Palette;
import parley.report.Palette.Ink;
import parley.transport.connect.Connector;

/** A conversation on a terminal: reads lines with history and completion, writes above them. */
public final class Prompt {

  private static final int HISTORY_LINES = 5000;

  private final TalkPlan plan;
  private final Palette palette;
  private final LineReader reader;
  private final Screen screen;
  private final Conversation conversation;
  private final Thread typing = Thread.currentThread();

  private Prompt(TalkPlan plan, Connector connector, Shell shell, Terminal terminal) {
    this.plan = plan;
    this.palette = plan.view().palette();
    this.reader = reader(terminal, shell.stateFolder());
    this.screen = new Screen(reader::printAbove, this::shown);
    this.conversation =
        new Conversation(plan, connector, screen::show, this::openChanged, typing::interrupt);
  }

  /** Connects, and talks until the user leaves. */
  public static ExitCode run(TalkPlan plan, Connector connector, Shell shell) {
    try (var terminal = TerminalBuilder.builder().system(true).build()) {
      return new Prompt(plan, connector, shell, terminal).run();
    } catch (IOException noTerminal) {
      throw new UncheckedIOException("the terminal cannot be opened", noTerminal);
    }
  }

  private static LineReader reader(Terminal terminal, Path stateFolder) {
    return LineReaderBuilder.builder()
        .terminal(terminal)
        .appName("parley")
        .parser(new LineParser())
        .completer(new Completions())
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
    if (!conversation.connect()) {
      screen.finish();
      return conversation.outcome();
    }
    hint();
    readLines();
    conversation.leave();
    screen.finish();
    return conversation.outcome();
  }

  private void greet() {
    var line = palette.paint(Ink.STRONG, "parley " + Version.NUMBER) + "  " + plan.connect().url();
    screen.show(line + "\n", 0);
    plan.notices().forEach(conversation::notice);
    if (!plan.connect().tls().verify()) {
      screen.show(
          palette.paint(Ink.BAD, "! the server's certificate is not checked (-k)") + "\n", 0);
    }
  }

  private void hint() {
    if (plan.view().detail() != View.Detail.QUIET) {
      screen.show(palette.paint(Ink.FAINT, "  /help lists the commands, Ctrl+D leaves") + "\n", 0);
    }
  }

  private void limitTime() {
    plan.talk().maxTime().ifPresent(limit -> Thread.ofVirtual().start(() -> endAfter(limit)));
  }

  private void endAfter(Duration limit) {
    try {
      Thread.sleep(limit);
      conversation.timedOut();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void readLines() {
    var goesOn = true;
    while (goesOn && conversation.outcome() != ExitCode.TIMEOUT) {
      try {
        goesOn = conversation.typed(reader.readLine(promptText(conversation.isOpen())));
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
    if (dropped.isEmpty() && conversation.outcome() != ExitCode.TIMEOUT) {
      conversation.notice("Ctrl+D leaves");
    }
  }

  private String promptText(boolean open) {
    return open ? palette.paint(Ink.GOOD, "› ") : palette.paint(Ink.FAINT, "○ › ");
  }

  /** On the connection's thread. */
  private void openChanged(boolean open) {
    if (reader instanceof LineReaderImpl editor) {
      editor.setPrompt(promptText(open));
    }
    if (!open) {
      screen.show(palette.paint(Ink.FAINT, "  Enter connects again, Ctrl+D leaves") + "\n", 0);
    }
  }

  private void shown(long weight) {
    conversation.shown(weight);
  }
}
