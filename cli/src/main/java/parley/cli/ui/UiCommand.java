package parley.cli.ui;

import java.nio.file.Path;
import java.util.List;
import parley.cli.option.Command;
import parley.cli.option.Command.Example;
import parley.cli.option.Command.Section;
import parley.cli.option.Option;
import parley.cli.option.Reading;
import parley.cli.option.Values;

/** The options of {@code parley ui}. */
final class UiCommand {

  static final Command<UiDraft> COMMAND =
      new Command<>(
          "ui",
          "parley ui [OPTIONS] [FOLDER]",
          "Opens the workbench in the browser: on a folder with collections, or on the examples.",
          1,
          "FOLDER",
          List.of(opening(), serving(), other()),
          List.of(
              new Example("parley ui", "look around in the examples, with their servers running"),
              new Example("parley ui shop", "open the collection in the folder shop"),
              new Example(
                  "parley ui --no-open --port 9100",
                  "on another machine; then, on yours: ssh -L 9100:localhost:9100 HOST")));

  private UiCommand() {}

  private static Section<UiDraft> opening() {
    return new Section<>(
        "Opening",
        List.of(
            Option.of(
                "--no-open",
                "Only print the address; open no browser.",
                (UiDraft draft) -> draft.open = false),
            Option.of(
                "--state",
                "DIR",
                "Keep history and open tabs in DIR instead of your own folder for such things.",
                UiCommand::folder,
                (UiDraft draft, Path folder) -> draft.state = folder)));
  }

  private static Section<UiDraft> serving() {
    return new Section<>(
        "Serving",
        List.of(
            Option.of(
                "-p, --port",
                "PORT",
                "Listen on PORT, 0 for any free one; by default 7357, or any other when that is"
                    + " taken.",
                text -> Values.number(text, 0, 0xFFFF, 9100),
                (UiDraft draft, Integer port) -> draft.port = port),
            Option.of(
                "--host",
                "ADDRESS",
                "Listen on this address of the machine instead of 127.0.0.1. Whoever reaches it and"
                    + " knows the key uses the workbench as you do, over a line that is not"
                    + " encrypted.",
                Values::listeningHost,
                (UiDraft draft, String host) -> draft.host = host)));
  }

  private static Section<UiDraft> other() {
    return new Section<>(
        "Other",
        List.of(Option.of("-h, --help", "Show this help.", (UiDraft draft) -> draft.help = true)));
  }

  private static Reading<Path> folder(String text) {
    return text.isEmpty() ? Reading.bad("a folder", "state") : Reading.good(Path.of(text));
  }
}
