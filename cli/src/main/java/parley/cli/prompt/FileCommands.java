package parley.cli.prompt;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import parley.cli.option.Reading;
import parley.cli.prompt.SlashCommand.OfFile;
import parley.cli.prompt.SlashCommands.Definition;

/** The commands of the prompt over a conversation file: its own first, then those of any server. */
final class FileCommands {

  private static final List<Definition> OWN =
      List.of(
          new Definition(
              "send",
              "[NAME]",
              "send a saved message; without NAME, list them",
              named(OfFile.SendSaved::new)),
          alone(
              "run", "do the steps of the file here and show what each comes to", new OfFile.Run()),
          alone("stop", "give up the steps of /run", new OfFile.Stop()),
          new Definition(
              "vars",
              "[BEGINNING]",
              "show the variables and their values; secrets are hidden",
              named(OfFile.Variables::new)),
          new Definition(
              "on",
              "[CONNECTION]",
              "talk on another connection of the file; without a name, list them",
              named(OfFile.On::new)),
          new Definition(
              "connect", "[CONNECTION]", "open a connection", named(OfFile.Connect::new)),
          new Definition(
              "disconnect", "[CONNECTION]", "close a connection", named(OfFile.Disconnect::new)),
          new Definition(
              "env",
              "[NAME]",
              "read the file in another environment; without NAME, list them",
              named(OfFile.InEnvironment::new)),
          alone("reload", "read the file again and connect anew", new OfFile.Reload()));

  static final List<Definition> ALL =
      Stream.concat(OWN.stream(), SlashCommands.ALL.stream()).toList();

  private FileCommands() {}

  private static Definition alone(String name, String help, SlashCommand command) {
    return new Definition(name, "", help, text -> SlashCommands.alone(text, command));
  }

  private static Function<String, Reading<SlashCommand>> named(
      Function<String, SlashCommand> command) {
    return text -> Reading.good(command.apply(text.strip()));
  }
}
