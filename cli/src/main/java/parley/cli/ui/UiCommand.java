package parley.cli.ui;

import java.util.List;
import parley.cli.option.Command;
import parley.cli.option.Command.Example;
import parley.cli.option.Command.Section;
import parley.cli.option.Option;
import parley.cli.option.Values;

/** The options of {@code parley ui}. */
final class UiCommand {

  static final Command<UiDraft> COMMAND =
      new Command<>(
          "ui",
          "parley ui [OPTIONS] [FOLDER]",
          "Opens the workbench in the browser: on a folder of yours, or on the bundled examples.",
          1,
          "FOLDER",
          List.of(
              new Section<>(
                  "Serving",
                  List.of(
                      Option.of(
                          "-p, --port",
                          "PORT",
                          "Listen on PORT; by default, any free one.",
                          text -> Values.number(text, 0, 0xFFFF, 9100),
                          (UiDraft draft, Integer port) -> draft.port = port),
                      Option.of(
                          "--no-open",
                          "Only print the URL; open no browser.",
                          (UiDraft draft) -> draft.open = false))),
              new Section<>(
                  "Other",
                  List.of(
                      Option.of(
                          "-h, --help", "Show this help.", (UiDraft draft) -> draft.help = true)))),
          List.of(
              new Example("parley ui", "look around in the examples"),
              new Example("parley ui shop", "open the collection in the folder shop")));

  private UiCommand() {}
}
