package parley.cli.connect;

import java.util.List;
import parley.cli.input.Notation;
import parley.cli.input.Separator;
import parley.cli.option.ColorChoice;
import parley.cli.option.Command;
import parley.cli.option.Command.Example;
import parley.cli.option.Command.Section;
import parley.cli.option.Option;
import parley.cli.option.Values;
import parley.cli.option.VarArgument;
import parley.protocol.deflate.DeflateOffer;
import parley.protocol.endpoint.Policy;

/** The options of {@code parley connect}, which are those of {@code parley URL}. */
final class ConnectCommand {

  static final Command<Draft> COMMAND =
      new Command<>(
          "connect",
          "parley [connect] [OPTIONS] URL | FILE",
          "Talks to a WebSocket server, of a URL or as a conversation file says: by hand on a"
              + " terminal, as a filter in a pipe.",
          1,
          "URL",
          List.of(
              file(),
              sending(),
              waiting(),
              closing(),
              handshake(),
              AuthOptions.section(),
              protocol(),
              network(),
              ProxyOptions.section(),
              RouteOptions.section(),
              TlsOptions.section(),
              showing(),
              other()),
          List.of(
              new Example(
                  "parley wss://echo.example.com", "talk by hand; /help lists what you can do"),
              new Example(
                  "parley --env local orders/subscribe.ws.yaml",
                  "talk by hand by a file: its messages, steps and variables"),
              new Example("echo hi | parley ws://localhost:9001", "send a line, print the reply"),
              new Example(
                  "parley -1 -d '{\"op\":\"status\"}' localhost:9001",
                  "send one message, print one"),
              new Example(
                  "parley --expect '\"type\":\"ready\"' --timeout 10s -d hello localhost:9001",
                  "exit with 1 unless such a message comes"),
              new Example(
                  "parley --binary --separator none localhost:9001 < in.bin > out.bin",
                  "a file as one message, byte for byte"),
              new Example(
                  "parley -v --frames --compress localhost:9001 -d hi",
                  "see the handshake and each frame")));

  private ConnectCommand() {}

  private static Section<Draft> file() {
    return new Section<>(
        "With a conversation file",
        List.of(
            Option.of(
                "-e, --env",
                "NAME",
                "Talk in this environment; in the only one by default.",
                Values::environment,
                (Draft draft, String name) -> draft.file.environment = name),
            Option.of(
                "--var",
                "NAME=VALUE",
                "Set a variable; may be repeated.",
                VarArgument::parse,
                (draft, one) -> draft.file.variables.put(one.name(), one.value())),
            Option.of(
                "--allow-scripts",
                "Do the scripts of the collection this once; 'parley trust' allows them for good.",
                (Draft draft) -> draft.file.allowScripts = true),
            Option.of(
                "--connection",
                "NAME",
                "Of several connections, open this one; may be repeated, the first is talked on."
                    + " By default those that the steps use.",
                Values.some("the name of a connection of the file", "bob"),
                (Draft draft, String name) -> draft.file.connections.add(name))));
  }

  private static Section<Draft> sending() {
    return new Section<>(
        "Sending",
        List.of(
            Option.of(
                "-d, --data",
                "TEXT",
                "Send TEXT as one message; may be repeated, sent in order. @FILE sends the bytes of"
                    + " a file, @- all of standard input, @@TEXT a text that begins with @. With"
                    + " -d, standard input is not read otherwise.",
                Values::text,
                (Draft draft, String text) -> draft.said.data.add(text)),
            Option.of(
                "--binary",
                "Send binary messages.",
                (Draft draft) -> draft.said.kind = Draft.Kind.BINARY),
            Option.of(
                "--text",
                "Send text messages even if the bytes are not UTF-8. Without --text and --binary,"
                    + " what is not UTF-8 goes as binary.",
                (Draft draft) -> draft.said.kind = Draft.Kind.TEXT),
            Option.of(
                    "--separator",
                    "WHAT",
                    "What divides standard input into messages and follows each message on standard"
                        + " output: line (the default), nul, blank (an empty line), none (all input"
                        + " is one message), or a text with escapes such as '\\x1e'.",
                    Separator::parse,
                    (Draft draft, Separator separator) -> draft.said.separator = separator)
                .withWords("line", "nul", "blank", "none"),
            Option.of(
                "-0, --null",
                "The same as --separator nul.",
                (Draft draft) -> draft.said.separator = Separator.NUL),
            Option.of(
                "--hex",
                "Messages to send are written in hex, and received ones are printed so. They go as"
                    + " binary unless --text is given.",
                (Draft draft) -> draft.said.notation = Notation.HEX),
            Option.of(
                "--base64",
                "The same with base64.",
                (Draft draft) -> draft.said.notation = Notation.BASE64),
            Option.of(
                "--escape",
                "Messages to send may have the escapes \\n \\r \\t \\0 \\\\ \\xHH \\uHHHH.",
                (Draft draft) -> draft.said.notation = Notation.ESCAPED),
            Option.of(
                "--fragment",
                "SIZE",
                "Send each message in frames of at most SIZE bytes.",
                ConnectValues::fragment,
                (draft, size) -> draft.said.fragment = size)));
  }

  private static Section<Draft> waiting() {
    return new Section<>(
        "Waiting",
        List.of(
            Option.of(
                "-1, --one",
                "End after one message has come; the same as --count 1.",
                (Draft draft) -> draft.waits.count = 1),
            Option.of(
                "--count",
                "N",
                "End after N messages have come.",
                ConnectValues::count,
                (Draft draft, Integer count) -> draft.waits.count = count),
            Option.of(
                "--expect",
                "REGEX",
                "End as soon as a message has come that REGEX is found in.",
                Values::regex,
                (draft, regex) -> draft.waits.expect = regex),
            Option.of(
                "--timeout",
                "DURATION",
                "How long the conversation may last once open; 0 for ever. 30s with -1, --count or"
                    + " --expect, else for ever.",
                Values::duration,
                (draft, duration) -> draft.waits.timeout = duration),
            Option.of(
                "-m, --max-time",
                "DURATION",
                "How long everything may last, connecting included.",
                Values::positiveDuration,
                (draft, duration) -> draft.waits.maxTime = duration),
            Option.of(
                "--linger",
                "DURATION",
                "When all is sent, end after this time without a message. Without it: 5s while"
                    + " fewer messages have come than were sent, then 200ms.",
                Values::duration,
                (draft, duration) -> draft.waits.linger = duration),
            Option.of(
                "--no-close",
                "When all is sent, stay until the server closes.",
                (Draft draft) -> draft.waits.noClose = true)));
  }

  private static Section<Draft> closing() {
    return new Section<>(
        "Closing and keeping alive",
        List.of(
            Option.of(
                "--close-code",
                "CODE",
                "Close with CODE instead of 1000; 1005 for a Close frame without a code.",
                ConnectValues::closeCode,
                (draft, code) -> draft.said.closeCode = code),
            Option.of(
                "--close-reason",
                "TEXT",
                "Close with a reason.",
                ConnectValues::closeReason,
                (Draft draft, String reason) -> draft.said.closeReason = reason),
            Option.of(
                "--ping-interval",
                "DURATION",
                "Send a ping this often; 30s when only --ping-timeout is given.",
                Values::positiveDuration,
                (draft, duration) -> draft.waits.pingInterval = duration),
            Option.of(
                "--ping-timeout",
                "DURATION",
                "Give up when a ping is not answered in this time; 10s when only --ping-interval is"
                    + " given.",
                Values::positiveDuration,
                (draft, duration) -> draft.waits.pingTimeout = duration)));
  }

  private static Section<Draft> handshake() {
    return new Section<>(
        "Handshake",
        List.of(
            Option.of(
                "-H, --header",
                "LINE",
                "Send a header 'Name: value', in place of Parley's own of that name; may be"
                    + " repeated. 'Name:' leaves Parley's own out, 'Name;' sends it empty, @FILE"
                    + " reads such lines.",
                HeaderArgument::parse,
                (draft, header) -> draft.handshake.headers.add(header)),
            Option.of(
                "-u, --user",
                "USER:PASSWORD",
                "Sign in with HTTP basic authentication, or as the options for tokens and"
                    + " signatures say.",
                ConnectValues::user,
                (Draft draft, String user) -> draft.handshake.user = user),
            Option.of(
                "--digest",
                "Sign in with HTTP digest authentication: with -u, whose password then is never"
                    + " sent.",
                (Draft draft) -> draft.auth.digest = true),
            Option.of(
                "-b, --cookie",
                "COOKIES",
                "Send cookies: 'name=value; name=value', or a file of browser cookies (Netscape"
                    + " format).",
                Values.some("cookies, or a file with some", "'session=7; theme=dark'"),
                (Draft draft, String cookies) -> draft.handshake.cookies.add(cookies)),
            Option.of(
                "--no-cookies",
                "Neither keep nor send the cookies that the server sets.",
                (Draft draft) -> draft.handshake.keepsCookies = false),
            Option.of(
                "-L, --location",
                "Follow redirects. Credentials, cookies of -b and keys stay with the first server.",
                (Draft draft) -> draft.handshake.followsRedirects = true),
            Option.of(
                "--max-redirs",
                "N",
                "With -L: follow at most N redirects, -1 for any number; 50 by default.",
                ConnectValues::redirects,
                (Draft draft, Integer count) -> draft.handshake.maxRedirects = count),
            Option.of(
                "--origin",
                "ORIGIN",
                "Send an Origin header, as a browser does.",
                ConnectValues::origin,
                (Draft draft, String origin) -> draft.handshake.origin = origin),
            Option.of(
                "--subprotocol",
                "NAMES",
                "Offer subprotocols; repeated or with commas, the preferred first.",
                Values::subprotocols,
                (draft, names) -> draft.handshake.subprotocols.addAll(names))));
  }

  private static Section<Draft> protocol() {
    return new Section<>(
        "Protocol",
        List.of(
            Option.of(
                    "--compress",
                    "PARAMETERS",
                    "Offer permessage-deflate, with parameters of RFC 7692 if given; repeated,"
                        + " further offers to fall back on. Parameters: client_max_window_bits[=N],"
                        + " server_max_window_bits=N, client_no_context_takeover,"
                        + " server_no_context_takeover.",
                    ConnectValues::compress,
                    (Draft draft, DeflateOffer offer) -> draft.handshake.deflateOffers.add(offer))
                .withOptionalParameter(),
            Option.of(
                "--max-message",
                "SIZE",
                "Refuse larger messages; 16MB by default.",
                Values::positiveSize,
                (draft, size) -> draft.handshake.maxMessage = size),
            Option.of(
                "--no-auto-pong",
                "Leave pings unanswered.",
                (Draft draft) -> draft.handshake.autoPong = false),
            Option.of(
                "--report-only",
                "Report what breaks the protocol and go on where possible, in the handshake too.",
                (Draft draft) -> draft.handshake.policy = Policy.REPORT_ONLY)));
  }

  private static Section<Draft> network() {
    return new Section<>(
        "Network",
        List.of(
            Option.of(
                "--connect-timeout",
                "DURATION",
                "How long connecting may take; 30s by default.",
                Values::positiveDuration,
                (draft, duration) -> draft.network.connectTimeout = duration)));
  }

  private static Section<Draft> showing() {
    return new Section<>(
        "Showing",
        List.of(
            Option.of(
                "-v, --verbose",
                "Show each step, the handshake both ways, pings and closes.",
                (Draft draft) -> draft.shown.verbose = true),
            Option.of(
                "--frames",
                "Show every frame: FIN, RSV, opcode, mask, length, payload.",
                (Draft draft) -> draft.shown.frames = true),
            Option.of(
                "--json",
                "Print everything that happens as JSON lines on standard output.",
                (Draft draft) -> draft.shown.json = true),
            Option.of(
                "--timestamps",
                "Put the local time before each message and line.",
                (Draft draft) -> draft.shown.timestamps = true),
            Option.of(
                    "--color",
                    "WHEN",
                    "Use colours: auto (the default), always or never. NO_COLOR is obeyed.",
                    ColorChoice::parse,
                    (Draft draft, ColorChoice choice) -> draft.shown.color = choice)
                .withWords("auto", "always", "never"),
            Option.of(
                "-q, --quiet",
                "No notices, only messages and failures.",
                (Draft draft) -> draft.shown.quiet = true)));
  }

  private static Section<Draft> other() {
    return new Section<>(
        "Other",
        List.of(
            Option.of("-h, --help", "Show this help.", (Draft draft) -> draft.help = true),
            Option.of(
                "-V, --version", "Show the version.", (Draft draft) -> draft.version = true)));
  }
}
