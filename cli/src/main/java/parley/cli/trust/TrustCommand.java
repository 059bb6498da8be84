package parley.cli.trust;

import java.util.List;
import parley.cli.option.Command;
import parley.cli.option.Command.Example;
import parley.cli.option.Command.Section;
import parley.cli.option.Option;

/** The options of {@code parley trust}. */
final class TrustCommand {

  static final Command<TrustDraft> COMMAND =
      new Command<>(
          "trust",
          "parley trust [OPTIONS] [FOLDER]",
          "Allows the scripts of a collection, until one of them changes.",
          1,
          "FOLDER",
          List.of(
              new Section<>(
                  "Options",
                  List.of(
                      Option.of(
                          "--show",
                          "Show the scripts, and allow nothing.",
                          (TrustDraft draft) -> draft.show = true),
                      Option.of(
                          "--revoke",
                          "Allow them no more.",
                          (TrustDraft draft) -> draft.revoke = true),
                      Option.of(
                          "--list",
                          "List the collections whose scripts were allowed.",
                          (TrustDraft draft) -> draft.list = true),
                      Option.of(
                          "-h, --help",
                          "Show this help.",
                          (TrustDraft draft) -> draft.help = true)))),
          List.of(
              new Example("parley trust --show shop", "read the scripts first"),
              new Example("parley trust shop", "then allow them"),
              new Example("parley run --allow-scripts shop", "for this run alone, as CI does")));

  /** What stands below the synopsis. */
  static final String HEAD =
      """

      FOLDER is a collection or a place in one; the current folder by default. Scripts are JavaScript
      in files; they see what the conversation sees, and nothing of this machine. What is allowed is
      kept with this user's state, never in the collection, and lapses when a script comes, goes or
      changes, or when the collection moves.
      """;

  private TrustCommand() {}
}
