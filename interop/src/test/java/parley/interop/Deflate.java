package parley.interop;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import parley.protocol.deflate.DeflateOffer;

/**
 * permessage-deflate as one side wants it, written like a query: {@code
 * client_max_window_bits=10&server_no_context_takeover}.
 *
 * @param wanted whether it is wanted at all
 */
record Deflate(boolean wanted, String parameters) {

  static final Deflate NONE = new Deflate(false, "");
  static final Deflate PLAIN = new Deflate(true, "");

  static Deflate of(String parameters) {
    return new Deflate(true, parameters);
  }

  /** By name; the value of a flag is empty. */
  Map<String, String> toMap() {
    return Arrays.stream(parameters.split("&", -1))
        .filter(parameter -> !parameter.isEmpty())
        .map(parameter -> (parameter + "=").split("=", -1))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, _) -> a, TreeMap::new));
  }

  /** What a server reads in its URL. */
  String toQuery() {
    return wanted ? "?deflate" + (parameters.isEmpty() ? "" : "&" + parameters) : "";
  }

  DeflateOffer toOffer() {
    var offer = DeflateOffer.PLAIN;
    for (var parameter : toMap().entrySet()) {
      offer = with(offer, parameter.getKey(), parameter.getValue());
    }
    return offer;
  }

  private static DeflateOffer with(DeflateOffer offer, String name, String value) {
    return switch (name) {
      case "server_no_context_takeover" -> offer.withServerNoContextTakeover();
      case "client_no_context_takeover" -> offer.withClientNoContextTakeover();
      case "server_max_window_bits" -> offer.withServerMaxWindowBits(Integer.parseInt(value));
      case "client_max_window_bits" ->
          value.isEmpty()
              ? offer.withClientMaxWindowBits()
              : offer.withClientMaxWindowBits(Integer.parseInt(value));
      default -> throw new IllegalArgumentException(name);
    };
  }
}
