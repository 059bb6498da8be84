package parley.protocol.deflate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** The parameters of a permessage-deflate element made sense of (RFC 7692, 7.1). */
sealed interface DeflateReading {

  record Right(DeflateOffer offer) implements DeflateReading {}

  record Wrong(List<String> problems) implements DeflateReading {
    public Wrong {
      problems = List.copyOf(problems);
    }
  }

  default Optional<DeflateOffer> stated() {
    return switch (this) {
      case Right(var offer) -> Optional.of(offer);
      case Wrong(var _) -> Optional.empty();
    };
  }

  /** Reads all parameters and names everything that is wrong with them. */
  static DeflateReading of(Extension extension) {
    var offer = DeflateOffer.PLAIN;
    var problems = new ArrayList<String>();
    var seen = new HashSet<String>();
    for (var parameter : extension.parameters()) {
      if (!seen.add(parameter.name())) {
        problems.add(parameter + " repeats its name");
        continue;
      }
      var next = with(offer, parameter);
      if (next.isEmpty()) {
        problems.add(parameter + " is not a parameter of permessage-deflate or has a wrong value");
      }
      offer = next.orElse(offer);
    }
    return problems.isEmpty() ? new Right(offer) : new Wrong(problems);
  }

  private static Optional<DeflateOffer> with(DeflateOffer offer, Extension.Parameter parameter) {
    return switch (parameter.name()) {
      case DeflateNames.SERVER_NO_CONTEXT_TAKEOVER ->
          flag(parameter).map(_ -> offer.withServerNoContextTakeover());
      case DeflateNames.CLIENT_NO_CONTEXT_TAKEOVER ->
          flag(parameter).map(_ -> offer.withClientNoContextTakeover());
      case DeflateNames.SERVER_MAX_WINDOW_BITS ->
          parameter.value().flatMap(WindowBits::parse).map(offer::withServerMaxWindowBits);
      case DeflateNames.CLIENT_MAX_WINDOW_BITS ->
          parameter.value().isEmpty()
              ? Optional.of(offer.withClientMaxWindowBits())
              : parameter.value().flatMap(WindowBits::parse).map(offer::withClientMaxWindowBits);
      default -> Optional.empty();
    };
  }

  /** RFC 7692, 7.1.1: the takeover parameters have no value. */
  private static Optional<Extension.Parameter> flag(Extension.Parameter parameter) {
    return Optional.of(parameter).filter(flag -> flag.value().isEmpty());
  }
}
