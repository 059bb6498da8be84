package parley.cli.create;

import java.util.List;
import parley.cli.option.Command;
import parley.cli.option.Command.Example;
import parley.cli.option.Command.Section;
import parley.cli.option.Option;
import parley.cli.option.Values;

/** The options of {@code parley new}. */
final class NewCommand {

  static final Command<NewDraft> COMMAND =
      new Command<>(
          "new",
          "parley new [OPTIONS] collection|folder|conversation|mock PATH [URL]",
          "Makes files to begin with; none that is there is overwritten.",
          3,
          "collection, folder, conversation or mock, with its path and a URL",
          List.of(
              new Section<>(
                  "Options",
                  List.of(
                      Option.of(
                          "--from",
                          "LINE",
                          "Make the conversation that a line of curl, websocat or wscat has; -"
                              + " reads the line from standard input. Secrets go to .env.",
                          Values.some(
                              "a line of curl, websocat or wscat", "'curl wss://a.example'"),
                          (NewDraft draft, String line) -> draft.from = line),
                      Option.of("-h, --help", "Show this help.", draft -> draft.help = true)))),
          List.of(
              new Example("parley new collection shop", "a folder that runs, with its own mock"),
              new Example("parley new folder shop/orders", "a folder in it"),
              new Example(
                  "parley new conversation shop/chat.ws.yaml wss://chat.example/rooms",
                  "one conversation"),
              new Example(
                  "parley new conversation chat.ws.yaml --from \"websocat -H 'X-Key: 1'"
                      + " wss://a.example\"",
                  "what another tool was told")));

  private NewCommand() {}
}
