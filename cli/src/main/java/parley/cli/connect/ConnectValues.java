package parley.cli.connect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import parley.cli.option.Reading;
import parley.cli.option.Values;
import parley.protocol.deflate.DeflateOffer;
import parley.protocol.endpoint.CloseCode;
import parley.protocol.frame.ByteSize;

/** Readers for the values that only {@code connect} and {@code echo} take. */
final class ConnectValues {

  private ConnectValues() {}

  static Reading<Path> file(String text) {
    return file(text, "ca.pem");
  }

  static Reading<Path> file(String text, String example) {
    return text.isEmpty() ? Reading.bad("a file", example) : Reading.good(Path.of(text));
  }

  static Reading<String> user(String text) {
    return text.indexOf(':') > 0
        ? Reading.good(text)
        : Reading.bad("a user and a password with a colon between them", "anna:secret");
  }

  static Reading<Integer> redirects(String text) {
    if (text.equals("-1")) {
      return Reading.good(Integer.MAX_VALUE);
    }
    return Values.number(text, 0, 1_000_000, 5) instanceof Reading.Good<Integer> good
        ? good
        : Reading.bad("a whole number from 0 to 1000000, or -1 for any number", "5");
  }

  static Reading<Integer> count(String text) {
    return Values.number(text, 1, 999_999_999);
  }

  static Reading<CloseCode> closeCode(String text) {
    return switch (Values.number(text, 0, 0xFFFF)) {
      case Reading.Good<Integer>(var code) -> Reading.good(new CloseCode(code));
      case Reading.Bad<Integer> _ -> Reading.bad("a close code from 0 to 65535", "4001");
    };
  }

  static Reading<String> closeReason(String text) {
    return parley.protocol.frame.Bytes.utf8(text).size() <= 123
        ? Reading.good(text)
        : Reading.bad("a reason of at most 123 bytes of UTF-8 (RFC 6455, 5.5)", "'all done'");
  }

  static Reading<ByteSize> fragment(String text) {
    return Values.size(text) instanceof Reading.Good<ByteSize> good && good.value().bytes() > 0
        ? good
        : Reading.bad("the payload of a frame, at least one byte", "1KB");
  }

  static Reading<String> origin(String text) {
    return text.chars().anyMatch(c -> c < ' ')
        ? Reading.bad("an origin in one line", "https://app.example")
        : Reading.good(text);
  }

  /** The parameters of permessage-deflate (RFC 7692, 7.1); none asks for what browsers ask for. */
  static Reading<DeflateOffer> compress(String text) {
    if (text.isEmpty()) {
      return Reading.good(DeflateOffer.USUAL);
    }
    var offer = Reading.good(DeflateOffer.PLAIN);
    for (var parameter : split(text.replace(';', ','), ',')) {
      if (offer instanceof Reading.Good<DeflateOffer>(var sofar)) {
        offer = with(sofar, parameter.strip());
      }
    }
    return offer;
  }

  private static Reading<DeflateOffer> with(DeflateOffer offer, String parameter) {
    var equals = parameter.indexOf('=');
    var name = equals < 0 ? parameter : parameter.substring(0, equals);
    var bits = equals < 0 ? 0 : windowBits(parameter.substring(equals + 1));
    if (bits < 0) {
      return badCompress();
    }
    return switch (name) {
      case "server_no_context_takeover" -> flag(equals, offer.withServerNoContextTakeover());
      case "client_no_context_takeover" -> flag(equals, offer.withClientNoContextTakeover());
      case "server_max_window_bits" ->
          bits == 0 ? badCompress() : Reading.good(offer.withServerMaxWindowBits(bits));
      case "client_max_window_bits" ->
          Reading.good(
              bits == 0 ? offer.withClientMaxWindowBits() : offer.withClientMaxWindowBits(bits));
      default -> badCompress();
    };
  }

  private static Reading<DeflateOffer> flag(int equals, DeflateOffer offer) {
    return equals < 0 ? Reading.good(offer) : badCompress();
  }

  private static int windowBits(String text) {
    return Values.number(text, 8, 15) instanceof Reading.Good<Integer>(var bits) ? bits : -1;
  }

  private static Reading<DeflateOffer> badCompress() {
    return Reading.bad(
        "parameters of permessage-deflate with commas between them: client_max_window_bits[=8..15],"
            + " server_max_window_bits=8..15, client_no_context_takeover,"
            + " server_no_context_takeover",
        "client_max_window_bits=10,server_no_context_takeover");
  }

  /** The pieces between {@code mark}; String.split would load regular expressions. */
  static List<String> split(String text, char mark) {
    var pieces = new ArrayList<String>();
    var from = 0;
    for (var at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, from)) {
      pieces.add(text.substring(from, at));
      from = at + 1;
    }
    pieces.add(text.substring(from));
    return pieces;
  }
}
