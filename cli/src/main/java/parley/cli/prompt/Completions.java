package parley.cli.prompt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes commands, what follows some of them, and files. */
final class Completions implements Completer {

  private static final Set<String> WITH_FILE = Set.of("/load", "/save");
  private static final Set<String> WITH_SWITCH = Set.of("/pretty", "/frames");
  private static final List<String> FRAME_WORDS =
      List.of(
          "nofin",
          "rsv1",
          "rsv2",
          "rsv3",
          "unmasked",
          "mask=",
          "len=16",
          "len=64",
          "claim=",
          "chop=",
          "text",
          "binary",
          "continuation",
          "close",
          "ping",
          "pong",
          "0x3");

  private final List<SlashCommands.Definition> commands;
  private final Function<String, List<String>> names;

  /**
   * Of these commands.
   *
   * @param names what may follow a command of a file, such as {@code /send}
   */
  Completions(List<SlashCommands.Definition> commands, Function<String, List<String>> names) {
    this.commands = List.copyOf(commands);
    this.names = names;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    var command = line.words().getFirst();
    if (line.wordIndex() == 0) {
      commands(line.word(), candidates);
    } else if (WITH_FILE.contains(command)) {
      files(line.word(), candidates);
    } else if (WITH_SWITCH.contains(command)) {
      List.of("on", "off").forEach(word -> candidates.add(new Candidate(word)));
    } else if (command.startsWith("/frame")) {
      FRAME_WORDS.forEach(word -> candidates.add(candidate(word, !word.endsWith("="))));
    } else {
      names(command, line.word(), candidates);
    }
  }

  /** A name may have spaces: what is typed of it already is left out of what completes it. */
  private void names(String typed, String word, List<Candidate> candidates) {
    var space = typed.indexOf(' ');
    var command = space < 0 ? typed : typed.substring(0, space);
    var begun = space < 0 ? "" : typed.substring(space + 1) + " ";
    for (var name : names.apply(command)) {
      if (name.startsWith(begun + word)) {
        candidates.add(candidate(name.substring(begun.length()), true));
      }
    }
  }

  private void commands(String typed, List<Candidate> candidates) {
    if (typed.startsWith("/")) {
      for (var definition : commands) {
        var name = "/" + definition.name();
        candidates.add(new Candidate(name, name, null, definition.help(), null, null, true));
      }
    }
  }

  private static void files(String typed, List<Candidate> candidates) {
    var slash = typed.lastIndexOf('/');
    var folder = slash < 0 ? "" : typed.substring(0, slash + 1);
    try (var entries = Files.newDirectoryStream(Path.of(folder.isEmpty() ? "." : folder))) {
      for (var entry : entries) {
        var isFolder = Files.isDirectory(entry);
        candidates.add(candidate(folder + entry.getFileName() + (isFolder ? "/" : ""), !isFolder));
      }
    } catch (IOException unreadable) {
      // Nothing to offer in a folder that cannot be read.
      return;
    }
  }

  private static Candidate candidate(String text, boolean complete) {
    return new Candidate(text, text, null, null, null, null, complete);
  }
}
