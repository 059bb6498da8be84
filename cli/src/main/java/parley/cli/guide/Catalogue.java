package parley.cli.guide;

import java.util.ArrayList;
import java.util.List;
import parley.cli.check.CheckRun;
import parley.cli.connect.ConnectRun;
import parley.cli.create.NewRun;
import parley.cli.format.FormatRun;
import parley.cli.guide.Guide.Operand;
import parley.cli.option.Command;
import parley.cli.run.TestsRun;
import parley.cli.run.WatchRun;
import parley.cli.serve.DemoRun;
import parley.cli.serve.EchoRun;
import parley.cli.serve.MockRun;
import parley.cli.trust.TrustRun;
import parley.cli.ui.UiRun;

/** All commands with their tables. Making it loads all of them: nothing else may ask for it. */
public final class Catalogue {

  private final List<Guide> all;

  Catalogue() {
    var named =
        List.of(
            files(UiRun.command(), Operand.FOLDERS),
            files(ConnectRun.command(), Operand.CONVERSATIONS),
            files(TestsRun.command(), Operand.CONVERSATIONS),
            files(WatchRun.command(), Operand.CONVERSATIONS),
            files(CheckRun.command(), Operand.FILES),
            files(FormatRun.command(), Operand.FILES),
            new Guide(NewRun.command(), NewRun.KINDS, Operand.FILES),
            files(TrustRun.command(), Operand.FOLDERS),
            files(MockRun.command(), Operand.MOCKS),
            files(EchoRun.command(), Operand.NOTHING),
            files(DemoRun.command(), Operand.NOTHING),
            new Guide(CompletionRun.command(), CompletionRun.SHELLS, Operand.NOTHING),
            files(ManRun.command(), Operand.NOTHING));
    var with = new ArrayList<>(named);
    with.add(help(named));
    all = List.copyOf(with);
  }

  private static Guide files(Command<?> command, Operand operand) {
    return new Guide(command, List.of(), operand);
  }

  private static Guide help(List<Guide> others) {
    var names = others.stream().map(Guide::name).toList();
    var command =
        new Command<>(
            "help",
            "parley help COMMAND",
            "Shows the options of a command.",
            1,
            "COMMAND",
            List.of(),
            List.of());
    return new Guide(command, names, Operand.NOTHING);
  }

  /** All of them, in the order of the help. */
  List<Guide> all() {
    return all;
  }

  /** All tables, in the order of the help. */
  public static List<Command<?>> commands() {
    return new Catalogue().all.stream().<Command<?>>map(Guide::command).toList();
  }
}
