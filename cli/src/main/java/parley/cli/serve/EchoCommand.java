package parley.cli.serve;

import java.nio.file.Path;
import java.util.List;
import parley.cli.option.Command;
import parley.cli.option.Command.Example;
import parley.cli.option.Command.Section;
import parley.cli.option.Option;
import parley.cli.option.Reading;
import parley.cli.option.Values;

/** The options of {@code parley echo}. */
final class EchoCommand {

  static final Command<EchoDraft> COMMAND =
      new Command<>(
          "echo",
          "parley echo [OPTIONS] [URL]",
          "Sends every message back: as a server, or with a URL as a client of that server.",
          1,
          "URL",
          List.of(serving(), echoing(), connecting(), other()),
          List.of(
              new Example("parley echo", "serve ws://127.0.0.1:9001/ until Ctrl+C"),
              new Example(
                  "parley echo --port 0 | head -1", "any free port; the first line is the URL"),
              new Example(
                  "parley echo --tls --cert-out ca.pem",
                  "then: parley --cacert ca.pem wss://localhost:9001"),
              new Example(
                  "parley echo --close-after 3", "close each connection after three messages")));

  private EchoCommand() {}

  private static Section<EchoDraft> serving() {
    return new Section<>(
        "Serving",
        List.of(
            Option.of(
                "-p, --port",
                "PORT",
                "Listen on PORT; 9001 by default, 0 for a free one.",
                text -> Values.number(text, 0, 0xFFFF, 9001),
                (EchoDraft draft, Integer port) -> draft.port = port),
            Option.of(
                "--host",
                "ADDRESS",
                "Listen on this address; 127.0.0.1 by default, 0.0.0.0 for all.",
                Values::listeningHost,
                (EchoDraft draft, String host) -> draft.host = host),
            Option.of(
                "--tls",
                "Serve wss:// with a certificate for localhost that is made on the spot.",
                (EchoDraft draft) -> draft.tls = true),
            Option.of(
                "--cert",
                "FILE",
                "Serve wss:// with this certificate (PEM).",
                EchoCommand::file,
                (EchoDraft draft, Path file) -> draft.certificate = file),
            Option.of(
                "--key",
                "FILE",
                "The certificate's private key (PEM); by default in the same file.",
                EchoCommand::file,
                (EchoDraft draft, Path file) -> draft.key = file),
            Option.of(
                "--cert-out",
                "FILE",
                "Write the certificate to FILE, for clients to trust.",
                EchoCommand::file,
                (EchoDraft draft, Path file) -> draft.certificateOut = file)));
  }

  private static Section<EchoDraft> echoing() {
    return new Section<>(
        "Echoing",
        List.of(
            Option.of(
                "--delay",
                "DURATION",
                "Wait before each echo.",
                Values::duration,
                (draft, delay) -> draft.behaviour = draft.behaviour.withDelay(delay)),
            Option.of(
                "--close-after",
                "N|DURATION",
                "Close each connection with 1000 after N messages or after a time, such as 10s.",
                EchoDraft.CloseAfter::parse,
                EchoDraft::closeAfter),
            Option.of(
                "--subprotocol",
                "NAMES",
                "Support these subprotocols, repeated or with commas; by default the first one that"
                    + " a client offers. A client offers them.",
                Values::subprotocols,
                (draft, names) -> draft.subprotocols.addAll(names)),
            Option.of(
                "--no-compress",
                "Decline permessage-deflate; a client does not offer it.",
                (EchoDraft draft) -> draft.compress = false),
            Option.of(
                "--max-message",
                "SIZE",
                "Refuse larger messages; 16MB by default.",
                Values::positiveSize,
                (draft, size) -> draft.maxMessage = size)));
  }

  private static Section<EchoDraft> connecting() {
    return new Section<>(
        "With a URL",
        List.of(
            Option.of(
                "--cacert",
                "FILE",
                "Trust the certificates in a PEM file; may be repeated.",
                EchoCommand::file,
                (draft, file) -> draft.authorities.add(file)),
            Option.of(
                "-k, --insecure",
                "Do not check the server's certificate. For tests only.",
                (EchoDraft draft) -> draft.insecure = true)));
  }

  private static Section<EchoDraft> other() {
    return new Section<>(
        "Other",
        List.of(
            Option.of(
                "-v, --verbose",
                "Show each message, ping and close.",
                (EchoDraft draft) -> draft.verbose = true),
            Option.of(
                "-q, --quiet",
                "Show nothing but failures.",
                (EchoDraft draft) -> draft.quiet = true),
            Option.of("-h, --help", "Show this help.", (EchoDraft draft) -> draft.help = true)));
  }

  private static Reading<Path> file(String text) {
    return text.isEmpty() ? Reading.bad("a file", "ca.pem") : Reading.good(Path.of(text));
  }
}
