package parley.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import parley.cli.check.CheckRun;
import parley.cli.connect.ConnectRun;
import parley.cli.create.NewRun;
import parley.cli.format.FormatRun;
import parley.cli.guide.CompletionRun;
import parley.cli.guide.ManRun;
import parley.cli.option.Misuse;
import parley.cli.option.Spelling;
import parley.cli.run.TestsRun;
import parley.cli.run.WatchRun;
import parley.cli.serve.DemoRun;
import parley.cli.serve.EchoRun;
import parley.cli.serve.MockRun;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.cli.shell.Version;
import parley.cli.trust.TrustRun;
import parley.cli.ui.UiRun;

/** Finds the command among the arguments and runs it. */
final class Program {

  private static final List<String> COMMANDS =
      List.of(
          "ui",
          "connect",
          "run",
          "watch",
          "check",
          "fmt",
          "new",
          "trust",
          "mock",
          "echo",
          "demo",
          "completion",
          "man",
          "help");

  private Program() {}

  /** Runs to the end; nothing that goes wrong comes out as an exception. */
  static ExitCode run(List<String> arguments, Shell shell) {
    try {
      return dispatch(arguments, shell);
    } catch (RuntimeException | Error broken) {
      shell.complain(Texts.brokenPromise(stackTrace(broken)));
      return ExitCode.INTERNAL;
    }
  }

  private static ExitCode dispatch(List<String> arguments, Shell shell) {
    if (arguments.isEmpty()) {
      shell.complain(Texts.usage());
      return ExitCode.USAGE;
    }
    var rest = arguments.subList(1, arguments.size());
    return switch (arguments.getFirst()) {
      case "-h", "--help" -> show(Texts.overview(), shell);
      case "-V", "--version" -> show(Version.LINE, shell);
      case "help" -> help(rest, shell);
      case "ui" -> UiRun.run(rest, shell);
      case "run" -> TestsRun.run(rest, shell);
      case "watch" -> WatchRun.run(rest, shell);
      case "check" -> CheckRun.run(rest, shell);
      case "fmt" -> FormatRun.run(rest, shell);
      case "new" -> NewRun.run(rest, shell);
      case "trust" -> TrustRun.run(rest, shell);
      case "mock" -> MockRun.run(rest, shell);
      case "echo" -> EchoRun.run(rest, shell);
      case "demo" -> DemoRun.run(rest, shell);
      case "completion" -> CompletionRun.run(rest, shell);
      case "man" -> ManRun.run(rest, shell);
      case "connect" -> ConnectRun.run(rest, shell);
      default -> connectUnlessMisspelt(arguments, shell);
    };
  }

  private static ExitCode connectUnlessMisspelt(List<String> arguments, Shell shell) {
    var word = arguments.getFirst();
    var near =
        isWord(word) && !Files.exists(Path.of(word))
            ? Spelling.nearest(word, COMMANDS)
            : Optional.<String>empty();
    if (near.isEmpty()) {
      return ConnectRun.run(arguments, shell);
    }
    var misuse =
        new Misuse(
            "there is no command '" + word + "'",
            "a URL, a file or one of: " + String.join(", ", COMMANDS),
            "Did you mean 'parley "
                + near.get()
                + "'? A host of that name is written ws://"
                + word);
    return refuse(misuse, shell);
  }

  /** Letters only: neither an option nor a URL with a dot, colon or slash. */
  private static boolean isWord(String text) {
    return text.chars().allMatch(Character::isLetter);
  }

  private static ExitCode help(List<String> rest, Shell shell) {
    if (rest.isEmpty()) {
      return show(Texts.overview(), shell);
    }
    return switch (rest.getFirst()) {
      case "connect" -> show(ConnectRun.help(), shell);
      case "ui" -> show(UiRun.help(), shell);
      case "run" -> show(TestsRun.help(), shell);
      case "watch" -> show(WatchRun.help(), shell);
      case "check" -> show(CheckRun.help(), shell);
      case "fmt" -> show(FormatRun.help(), shell);
      case "new" -> show(NewRun.help(), shell);
      case "trust" -> show(TrustRun.help(), shell);
      case "mock" -> show(MockRun.help(), shell);
      case "echo" -> show(EchoRun.help(), shell);
      case "demo" -> show(DemoRun.help(), shell);
      case "completion" -> show(CompletionRun.help(), shell);
      case "man" -> show(ManRun.help(), shell);
      case "help" -> show(Texts.overview(), shell);
      default -> refuse(noSuchCommand(rest.getFirst()), shell);
    };
  }

  private static Misuse noSuchCommand(String word) {
    return new Misuse(
        "there is no command '" + word + "'",
        "one of: " + String.join(", ", COMMANDS),
        Spelling.nearest(word, COMMANDS).map(near -> "Did you mean " + near + "?").orElse(null));
  }

  private static ExitCode refuse(Misuse misuse, Shell shell) {
    shell.complain(misuse.toText());
    return ExitCode.USAGE;
  }

  private static ExitCode show(String text, Shell shell) {
    shell.say(text);
    return ExitCode.OK;
  }

  private static String stackTrace(Throwable broken) {
    var text = new StringWriter();
    broken.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
