package parley.cli.prompt;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import parley.cli.input.Notation;
import parley.cli.option.Reading;
import parley.cli.option.Spelling;
import parley.cli.option.Values;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.endpoint.CloseStatus;
import parley.protocol.endpoint.Framing;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.Bytes;

/** The commands of the prompt: each with its name, its parameters, its help and how it is read. */
final class SlashCommands {

  /** One command. */
  record Definition(
      String name, String parameters, String help, Function<String, Reading<SlashCommand>> read) {

    String usage() {
      return parameters.isEmpty() ? "/" + name : "/" + name + " " + parameters;
    }
  }

  static final List<Definition> ALL =
      List.of(
          new Definition(
              "ping",
              "[TEXT]",
              "send a ping; its round trip is shown with the pong",
              SlashCommands::ping),
          new Definition("pong", "[TEXT]", "send a pong, also without a ping", SlashCommands::pong),
          new Definition(
              "close",
              "[CODE [REASON]]",
              "close the connection; 1000 unless a code is given",
              SlashCommands::close),
          new Definition(
              "abort",
              "",
              "cut the connection with a TCP reset, without a Close frame",
              text -> alone(text, new SlashCommand.Abort())),
          new Definition(
              "reconnect",
              "",
              "connect again; Enter on an empty line does it too",
              text -> alone(text, new SlashCommand.Reconnect())),
          new Definition(
              "text",
              "TEXT",
              "send a text message with escapes, such as /text one\\ntwo",
              SlashCommands::text),
          new Definition(
              "binary",
              "HEX",
              "send a binary message, such as /binary 00 ff 7e",
              SlashCommands::binary),
          new Definition(
              "frame",
              "[SETTING...] OPCODE [PAYLOAD]",
              "send one frame as told, legal or not, such as " + FrameSyntax.EXAMPLE,
              FrameSyntax::parse),
          new Definition("raw", "HEX", "send bytes that are no frame", SlashCommands::raw),
          new Definition(
              "load",
              "FILE",
              "send each line of a file as a message",
              text -> file(text, SlashCommand.Load::new)),
          new Definition(
              "save",
              "FILE",
              "save what happened so far; as JSON lines when FILE ends in .jsonl",
              text -> file(text, SlashCommand.Save::new)),
          new Definition(
              "filter",
              "[TEXT | /REGEX/]",
              "show only messages with TEXT; without it, all again",
              SlashCommands::filter),
          new Definition(
              "pretty",
              "on|off",
              "lay out JSON with one value a line, numbers untouched",
              text -> onOff(text, SlashCommand.Pretty::new)),
          new Definition(
              "frames",
              "on|off",
              "show every frame",
              text -> onOff(text, SlashCommand.Frames::new)),
          new Definition(
              "headers",
              "",
              "show the handshake both ways",
              text -> alone(text, new SlashCommand.Headers())),
          new Definition(
              "cookies",
              "",
              "show the cookies that servers set and later requests send",
              text -> alone(text, new SlashCommand.Cookies())),
          new Definition(
              "help", "", "show this list", text -> alone(text, new SlashCommand.Help())),
          new Definition(
              "quit",
              "",
              "close and leave; the same as Ctrl+D",
              text -> alone(text, new SlashCommand.Quit())));

  private SlashCommands() {}

  /** What reading a line came to. */
  sealed interface Parsed {

    record Command(SlashCommand command) implements Parsed {}

    record Problem(String text) implements Parsed {}
  }

  /** Reads a line that begins with a slash. */
  static Parsed parse(String line) {
    return parse(line, ALL);
  }

  /** The same, where these commands are known. */
  static Parsed parse(String line, List<Definition> known) {
    var space = line.indexOf(' ');
    var name = space < 0 ? line.substring(1) : line.substring(1, space);
    var rest = space < 0 ? "" : line.substring(space + 1);
    return find(name, known)
        .map(definition -> parse(definition, rest))
        .orElseGet(() -> new Parsed.Problem(unknown(name, known)));
  }

  private static Optional<Definition> find(String name, List<Definition> known) {
    return known.stream().filter(definition -> definition.name().equals(name)).findFirst();
  }

  private static Parsed parse(Definition definition, String rest) {
    return switch (definition.read().apply(rest)) {
      case Reading.Good<SlashCommand>(var command) -> new Parsed.Command(command);
      case Reading.Bad<SlashCommand>(var expected, var example) ->
          new Parsed.Problem(
              definition.usage() + ": expected " + expected + ", for example: " + example);
    };
  }

  private static String unknown(String name, List<Definition> known) {
    if (find(name, FileCommands.ALL).isPresent()) {
      return "/" + name + " is for conversation files: parley FILE talks by one";
    }
    var names = new ArrayList<String>();
    known.forEach(definition -> names.add(definition.name()));
    var guess =
        Spelling.nearest(name, names).map(near -> "did you mean /" + near + "? ").orElse("");
    return "there is no command /"
        + name
        + ": "
        + guess
        + "/help lists all; // begins a message with a slash";
  }

  private static Reading<SlashCommand> ping(String text) {
    return Reading.good(new SlashCommand.Send(new Outgoing.Ping(Bytes.utf8(text))));
  }

  private static Reading<SlashCommand> pong(String text) {
    return Reading.good(new SlashCommand.Send(new Outgoing.Pong(Bytes.utf8(text))));
  }

  private static Reading<SlashCommand> close(String text) {
    if (text.isBlank()) {
      return Reading.good(new SlashCommand.Close(null));
    }
    var space = text.indexOf(' ');
    var reason = Bytes.utf8(space < 0 ? "" : text.substring(space + 1));
    return switch (Values.number(space < 0 ? text : text.substring(0, space), 0, 0xFFFF)) {
      case Reading.Good<Integer>(var code) ->
          Reading.good(new SlashCommand.Close(new CloseStatus(new CloseCode(code), reason)));
      case Reading.Bad<Integer> _ ->
          Reading.bad("a code from 0 to 65535, then the reason", "/close 4001 all done");
    };
  }

  private static Reading<SlashCommand> text(String written) {
    return send(
        Notation.ESCAPED.read(Bytes.utf8(written)),
        payload -> new Outgoing.Text(payload, Framing.WHOLE),
        "/text one\\ntwo");
  }

  private static Reading<SlashCommand> binary(String written) {
    return send(Notation.HEX.read(Bytes.utf8(written)), Outgoing::binary, "/binary 00 ff 7e");
  }

  private static Reading<SlashCommand> raw(String written) {
    return send(Notation.HEX.read(Bytes.utf8(written)), Outgoing.Raw::new, "/raw 81 00");
  }

  private static Reading<SlashCommand> send(
      Notation.Decoded decoded, Function<Bytes, Outgoing> message, String example) {
    return switch (decoded) {
      case Notation.Decoded.Payload(var payload) ->
          Reading.good(new SlashCommand.Send(message.apply(payload)));
      case Notation.Decoded.Unreadable(var problem) ->
          Reading.bad("something else, since " + problem, example);
    };
  }

  private static Reading<SlashCommand> file(String text, Function<Path, SlashCommand> command) {
    try {
      return text.isBlank()
          ? Reading.bad("a file", "/save talk.jsonl")
          : Reading.good(command.apply(Path.of(text.strip())));
    } catch (InvalidPathException noPath) {
      return Reading.bad("a file", "/save talk.jsonl");
    }
  }

  private static Reading<SlashCommand> filter(String text) {
    if (text.isBlank()) {
      return Reading.good(new SlashCommand.ShowOnly(null));
    }
    return switch (Filter.parse(text)) {
      case Reading.Good<Filter>(var filter) -> Reading.good(new SlashCommand.ShowOnly(filter));
      case Reading.Bad<Filter>(var expected, var example) -> Reading.bad(expected, example);
    };
  }

  private static Reading<SlashCommand> onOff(String text, Function<Boolean, SlashCommand> command) {
    return switch (text.strip()) {
      case "on", "" -> Reading.good(command.apply(true));
      case "off" -> Reading.good(command.apply(false));
      default -> Reading.bad("on or off", "off");
    };
  }

  static Reading<SlashCommand> alone(String text, SlashCommand command) {
    return text.isBlank() ? Reading.good(command) : Reading.bad("nothing after it", "/help");
  }
}
