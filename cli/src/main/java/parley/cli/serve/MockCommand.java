package parley.cli.serve;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import parley.cli.option.Command;
import parley.cli.option.Command.Example;
import parley.cli.option.Command.Section;
import parley.cli.option.Option;
import parley.cli.option.Reading;
import parley.cli.option.Values;
import parley.cli.option.VarArgument;

/** The options of {@code parley mock}. */
final class MockCommand {

  static final Command<MockDraft> COMMAND =
      new Command<>(
          "mock",
          "parley mock [OPTIONS] [FILE]",
          "Starts a server that answers as FILE says, until Ctrl+C; a change of FILE counts at"
              + " once. A folder with one NAME.mock.yaml stands for that.",
          1,
          "FILE",
          List.of(serving(), answering(), other()),
          List.of(
              new Example("parley mock shop.mock.yaml", "serve what the file says"),
              new Example(
                  "parley mock --port 0 shop.mock.yaml | head -1",
                  "any free port; the first line is the URL"),
              new Example(
                  "parley mock --tls --cert-out ca.pem shop.mock.yaml",
                  "then: parley --cacert ca.pem wss://localhost:9001/orders"),
              new Example("parley mock -v --seed 7", "show all messages, repeat what is random")));

  private MockCommand() {}

  private static Section<MockDraft> serving() {
    return new Section<>(
        "Serving",
        List.of(
            Option.of(
                "-p, --port",
                "PORT",
                "Listen on PORT and not on that of the file; 0 for a free one.",
                text -> Values.number(text, 0, 0xFFFF, 9001),
                (MockDraft draft, Integer port) -> draft.port = port),
            Option.of(
                "--host",
                "ADDRESS",
                "Listen on this address and not on that of the file; 0.0.0.0 for all.",
                Values::listeningHost,
                (MockDraft draft, String host) -> draft.host = host),
            Option.of(
                "--tls",
                "Serve wss://; with a certificate that is made on the spot unless the file names"
                    + " one.",
                (MockDraft draft) -> draft.tls = true),
            Option.of(
                "--cert-out",
                "FILE",
                "Write the certificate to FILE, for clients to trust.",
                MockCommand::file,
                (MockDraft draft, Path file) -> draft.certificateOut = file)));
  }

  private static Section<MockDraft> answering() {
    return new Section<>(
        "Answering",
        List.of(
            Option.of(
                "-e, --env",
                "NAME",
                "Take the secrets of .env.NAME, too.",
                Values::environment,
                (MockDraft draft, String name) -> draft.environment = name),
            Option.of(
                "--var",
                "NAME=VALUE",
                "Set a variable; may be repeated.",
                VarArgument::parse,
                (MockDraft draft, VarArgument one) -> draft.variables.put(one.name(), one.value())),
            Option.of(
                "--seed",
                "NUMBER",
                "Repeat random values and faults; another number each time by default.",
                text -> Values.number(text, 0, 999_999_999, 7),
                (MockDraft draft, Integer seed) -> draft.seed = Long.valueOf(seed)),
            Option.of(
                "--clock",
                "TIME",
                "Let the time of day stand at TIME, as 2026-01-02T03:04:05Z.",
                Values::instant,
                (MockDraft draft, Instant time) -> draft.clock = time)));
  }

  private static Section<MockDraft> other() {
    return new Section<>(
        "Other",
        List.of(
            Option.of(
                "-v, --verbose",
                "Show each message, ping and close.",
                (MockDraft draft) -> draft.verbose = true),
            Option.of(
                "-q, --quiet",
                "Show nothing but failures.",
                (MockDraft draft) -> draft.quiet = true),
            Option.of("-h, --help", "Show this help.", (MockDraft draft) -> draft.help = true)));
  }

  private static Reading<Path> file(String text) {
    return text.isEmpty() ? Reading.bad("a file", "ca.pem") : Reading.good(Path.of(text));
  }
}
