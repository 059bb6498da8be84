package parley.cli.prompt;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import parley.cli.input.Notation;
import parley.cli.option.Reading;
import parley.cli.option.Values;
import parley.protocol.endpoint.Outgoing;
import parley.protocol.frame.ByteSize;
import parley.protocol.frame.Bytes;
import parley.protocol.frame.FrameHeader;
import parley.protocol.frame.LengthForm;
import parley.protocol.frame.Opcode;
import parley.transport.connection.Pace;

/**
 * Reads {@code /frame [SETTING...] OPCODE [PAYLOAD]}: one frame, exactly as asked, legal or not.
 *
 * <p>Settings: {@code nofin rsv1 rsv2 rsv3 unmasked mask=HEX8 len=7|16|64 claim=N
 * chop=SIZE[,DELAY]}. The opcode ends them. A payload is text, or bytes after {@code hex:}, {@code
 * base64:} or {@code escape:}.
 */
final class FrameSyntax {

  static final String EXAMPLE = "/frame nofin text Hel";

  private static final String SETTINGS =
      "settings (nofin, rsv1, rsv2, rsv3, unmasked, mask=HEX8, len=7|16|64, claim=N,"
          + " chop=SIZE[,DELAY]), then an opcode (continuation, text, binary, close, ping, pong, or"
          + " 0x0 to 0xF), then the payload";

  private boolean fin = true;
  private boolean rsv1;
  private boolean rsv2;
  private boolean rsv3;
  private boolean masked = true;
  private int key = ThreadLocalRandom.current().nextInt();
  private @Nullable LengthForm form;
  private @Nullable Long claim;
  private @Nullable Pace pace;

  private FrameSyntax() {}

  static Reading<SlashCommand> parse(String text) {
    return new FrameSyntax().read(text);
  }

  private Reading<SlashCommand> read(String text) {
    var rest = text;
    while (!rest.isEmpty()) {
      var end = rest.indexOf(' ');
      var word = end < 0 ? rest : rest.substring(0, end);
      rest = end < 0 ? "" : rest.substring(end + 1);
      var opcode = opcode(word);
      if (opcode != null) {
        return frame(opcode, rest);
      }
      if (!word.isEmpty() && !set(word)) {
        return bad();
      }
    }
    return bad();
  }

  private static <T> Reading<T> bad() {
    return Reading.bad(SETTINGS, EXAMPLE);
  }

  private static @Nullable Opcode opcode(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "continuation", "cont" -> Opcode.CONTINUATION;
      case "text" -> Opcode.TEXT;
      case "binary" -> Opcode.BINARY;
      case "close" -> Opcode.CLOSE;
      case "ping" -> Opcode.PING;
      case "pong" -> Opcode.PONG;
      default -> numbered(word);
    };
  }

  private static @Nullable Opcode numbered(String word) {
    return word.length() == 3 && word.startsWith("0x") && HexFormat.isHexDigit(word.charAt(2))
        ? Opcode.of(HexFormat.fromHexDigit(word.charAt(2)))
        : null;
  }

  private boolean set(String word) {
    var equals = word.indexOf('=');
    return equals < 0
        ? setFlag(word)
        : setValue(word.substring(0, equals), word.substring(equals + 1));
  }

  private boolean setFlag(String word) {
    switch (word) {
      case "nofin" -> fin = false;
      case "rsv1" -> rsv1 = true;
      case "rsv2" -> rsv2 = true;
      case "rsv3" -> rsv3 = true;
      case "unmasked" -> masked = false;
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean setValue(String name, String value) {
    return switch (name) {
      case "mask" -> setKey(value);
      case "len" -> setForm(value);
      case "claim" -> setClaim(value);
      case "chop" -> setPace(value);
      default -> false;
    };
  }

  private boolean setKey(String value) {
    var valid = value.length() == 8 && value.chars().allMatch(HexFormat::isHexDigit);
    key = valid ? HexFormat.fromHexDigits(value) : 0;
    return valid;
  }

  private boolean setForm(String value) {
    form =
        switch (value) {
          case "7" -> LengthForm.SEVEN_BIT;
          case "16" -> LengthForm.SIXTEEN_BIT;
          case "64" -> LengthForm.SIXTY_FOUR_BIT;
          default -> null;
        };
    return form != null;
  }

  private boolean setClaim(String value) {
    try {
      claim = Long.parseUnsignedLong(value);
      return true;
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }

  private boolean setPace(String value) {
    var comma = value.indexOf(',');
    var size = Values.size(comma < 0 ? value : value.substring(0, comma));
    var delay = Values.duration(comma < 0 ? "0" : value.substring(comma + 1));
    if (size instanceof Reading.Good<ByteSize>(var piece)
        && piece.bytes() > 0
        && delay instanceof Reading.Good<Duration>(var time)) {
      pace = new Pace(piece, time);
      return true;
    }
    return false;
  }

  private Reading<SlashCommand> frame(Opcode opcode, String payload) {
    return switch (payload(payload)) {
      case Notation.Decoded.Payload(var bytes) -> frame(opcode, bytes);
      case Notation.Decoded.Unreadable(var problem) ->
          Reading.bad("a payload, but " + problem, "/frame binary hex:00ff");
    };
  }

  private Reading<SlashCommand> frame(Opcode opcode, Bytes payload) {
    var length = claim == null ? payload.size() : claim;
    var written = form == null ? LengthForm.minimalFor(length) : form;
    if (!written.canSay(length)) {
      return Reading.bad("a longer length form: this one cannot say " + length, "len=64");
    }
    var header =
        new FrameHeader(fin, rsv1, rsv2, rsv3, opcode, masked, masked ? key : 0, written, length);
    return Reading.good(new SlashCommand.Send(new Outgoing.Frame(header, payload), pace));
  }

  /** Text as it is, or bytes in the notation that its prefix names. */
  static Notation.Decoded payload(String text) {
    if (text.startsWith("hex:")) {
      return Notation.HEX.read(Bytes.utf8(text.substring(4)));
    }
    if (text.startsWith("base64:")) {
      return Notation.BASE64.read(Bytes.utf8(text.substring(7)));
    }
    if (text.startsWith("escape:")) {
      return Notation.ESCAPED.read(Bytes.utf8(text.substring(7)));
    }
    return new Notation.Decoded.Payload(Bytes.utf8(text));
  }
}
