package parley.cli.create;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import parley.cli.option.Arguments;
import parley.cli.option.Command;
import parley.cli.option.Help;
import parley.cli.option.Misuse;
import parley.cli.option.Spelling;
import parley.cli.shell.ExitCode;
import parley.cli.shell.Shell;
import parley.model.connection.WsUrl;
import parley.workspace.DotFiles;
import parley.workspace.Lookup;
import parley.workspace.Places;
import parley.workspace.Starter;

/** Runs {@code parley new}. */
public final class NewRun {

  /** What can be made. */
  public static final List<String> KINDS = List.of("collection", "folder", "conversation", "mock");

  private static final int MOCK_PORT = 9001;

  private final NewDraft draft;
  private final Shell shell;

  private NewRun(NewDraft draft, Shell shell) {
    this.draft = draft;
    this.shell = shell;
  }

  /** What can be written after its name. */
  public static Command<?> command() {
    return NewCommand.COMMAND;
  }

  public static String help() {
    return Help.of(NewCommand.COMMAND, "", ExitCode.section());
  }

  public static ExitCode run(List<String> arguments, Shell shell) {
    var draft = new NewDraft();
    return switch (Arguments.read(NewCommand.COMMAND, arguments, draft)) {
      case Arguments.Outcome.Read(var operands) -> new NewRun(draft, shell).run(operands);
      case Arguments.Outcome.Wrong(var misuse) -> refuse(misuse, shell);
    };
  }

  private static ExitCode refuse(Misuse misuse, Shell shell) {
    shell.complain(misuse.toText());
    return ExitCode.USAGE;
  }

  private ExitCode refuse(String found, String expected) {
    return refuse(new Misuse(found, expected), shell);
  }

  private ExitCode run(List<String> operands) {
    if (draft.help) {
      shell.say(help());
      return ExitCode.OK;
    }
    if (operands.isEmpty() || !KINDS.contains(operands.getFirst())) {
      return unknownKind(operands.isEmpty() ? "" : operands.getFirst());
    }
    if (operands.size() == 1) {
      return refuse("there is no path", "one, for example: parley new collection shop");
    }
    var kind = operands.getFirst();
    if (!kind.equals("conversation") && (operands.size() > 2 || draft.from != null)) {
      return refuse("only a conversation has a URL or --from", "parley new " + kind + " PATH");
    }
    try {
      return make(kind, Path.of(operands.get(1)), operands.subList(2, operands.size()));
    } catch (InvalidPathException e) {
      return refuse("'" + operands.get(1) + "' is no path", "a file or a folder");
    }
  }

  private ExitCode unknownKind(String word) {
    return refuse(
        new Misuse(
            word.isEmpty() ? "it is not said what to make" : "'" + word + "' cannot be made",
            "one of: " + String.join(", ", KINDS),
            Spelling.nearest(word, KINDS).map(near -> "Did you mean " + near + "?").orElse(null)),
        shell);
  }

  private ExitCode make(String kind, Path path, List<String> url) {
    return switch (kind) {
      case "collection" -> collection(path);
      case "folder" ->
          write(new Made().add(path.resolve("folder.yaml"), Starter.folder(name(path))), "check");
      case "mock" ->
          write(new Made().add(named(path, ".mock.yaml"), Starter.mock(MOCK_PORT)), "mock");
      default -> conversation(named(path, ".ws.yaml"), url);
    };
  }

  private ExitCode collection(Path folder) {
    var made =
        new Made()
            .add(folder.resolve("parley.yaml"), Starter.collection(name(folder)))
            .add(folder.resolve("environments").resolve("local.yaml"), Starter.environment())
            .add(folder.resolve("hello.ws.yaml"), Starter.hello())
            .add(folder.resolve("hello.mock.yaml"), Starter.mock(0));
    if (!Files.exists(folder.resolve(".gitignore"))) {
      made.add(folder.resolve(".gitignore"), DotFiles.IGNORED);
    }
    return switch (made.write()) {
      case Lookup.Failed<List<Path>>(var refusal) -> refuse(Misuse.of(refusal), shell);
      case Lookup.Found<List<Path>>(var files) -> {
        files.forEach(this::tell);
        shell.say("Try: parley run " + Places.shown(folder) + "\n");
        yield ExitCode.OK;
      }
    };
  }

  private void tell(Path file) {
    shell.say(Places.shown(file) + "\n");
  }

  private static String name(Path path) {
    return String.valueOf(path.toAbsolutePath().normalize().getFileName());
  }

  /** With the ending that makes it what it is to be. */
  private static Path named(Path path, String ending) {
    var name = String.valueOf(path.getFileName());
    return name.endsWith(ending)
        ? path
        : path.resolveSibling(name.replaceFirst("\\.ya?ml$", "") + ending);
  }

  /** Writes files whose first is what {@code command} is good for. */
  private ExitCode write(Made made, String command) {
    return switch (made.write()) {
      case Lookup.Failed<List<Path>>(var refusal) -> refuse(Misuse.of(refusal), shell);
      case Lookup.Found<List<Path>>(var files) -> {
        files.forEach(this::tell);
        shell.say("Try: parley " + command + " " + Places.shown(files.getFirst()) + "\n");
        yield ExitCode.OK;
      }
    };
  }

  private ExitCode conversation(Path file, List<String> url) {
    if (draft.from != null) {
      return url.isEmpty() ? pasted(file) : refuse("there is a URL beside --from", "one of them");
    }
    if (url.isEmpty()) {
      return write(new Made().add(file, Starter.conversation(Starter.localUrl())), "run");
    }
    var text = url.getFirst();
    return switch (text.contains("{{") ? new WsUrl.Parsed.Invalid("") : WsUrl.parse(text)) {
      case WsUrl.Parsed.Valid(var _, var notices, var _) -> {
        notices.forEach(notice -> shell.complain("* " + notice + "\n"));
        var line = new Pasted();
        line.url = text;
        yield new FromLine(line, file, shell).make();
      }
      case WsUrl.Parsed.Invalid(var problem) when !problem.isEmpty() ->
          refuse(Misuse.of(problem, "a URL, for example: wss://chat.example/rooms"), shell);
      case WsUrl.Parsed.Invalid _ -> write(new Made().add(file, Starter.conversation(text)), "run");
    };
  }

  private ExitCode pasted(Path file) {
    try {
      var line =
          "-".equals(draft.from)
              ? new String(shell.in().readAllBytes(), StandardCharsets.UTF_8)
              : String.valueOf(draft.from);
      return switch (PastedReader.read(line)) {
        case Lookup.Failed<Pasted>(var refusal) -> refuse(Misuse.of(refusal), shell);
        case Lookup.Found<Pasted>(var found) -> new FromLine(found, file, shell).make();
      };
    } catch (IOException e) {
      return refuse("standard input cannot be read", "a line of curl, websocat or wscat");
    }
  }
}
