package parley.protocol.deflate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.protocol.deflate.DeflateOffer.ClientWindow;

/** How client and server come to agree on permessage-deflate (RFC 7692, 5 and 7.1). */
public final class DeflateNegotiation {

  /** What a server accepted, and how it says so in Sec-WebSocket-Extensions. */
  public record Agreement(DeflateParameters parameters, Extension answer) {}

  /**
   * What a client thinks of a server's answer.
   *
   * @param parametersOrNull what the server will do as far as its answer can be read, even when it
   *     should not; null when it cannot be read
   * @param problems how the answer breaks RFC 7692, 7.1; empty when it is right
   */
  public record Verdict(@Nullable DeflateParameters parametersOrNull, List<String> problems) {

    public Verdict {
      problems = List.copyOf(problems);
    }

    /** What the server will do; empty when its answer cannot be read. */
    public Optional<DeflateParameters> parameters() {
      return Optional.ofNullable(parametersOrNull);
    }
  }

  private DeflateNegotiation() {}

  /** Whether {@code extension} is permessage-deflate, well stated or not. */
  public static boolean isDeflate(Extension extension) {
    return extension.name().equals(DeflateNames.EXTENSION);
  }

  /**
   * The server's side: the first offer that is valid and that {@code policy} can meet (RFC 7692,
   * 5.1). Offers with unknown, repeated or wrong parameters are declined (RFC 7692, 7.1).
   */
  public static Optional<Agreement> agree(List<Extension> offered, DeflatePolicy policy) {
    if (!policy.enabled()) {
      return Optional.empty();
    }
    return validOffers(offered).stream()
        .filter(offer -> canMeet(offer, policy.limits()))
        .map(offer -> agreement(offer, policy.limits()))
        .findFirst();
  }

  private static List<DeflateOffer> validOffers(List<Extension> offered) {
    return offered.stream()
        .filter(DeflateNegotiation::isDeflate)
        .map(DeflateReading::of)
        .flatMap(reading -> reading.stated().stream())
        .toList();
  }

  /** RFC 7692, 7.1.2.2: without client_max_window_bits in the offer, no limit can be set. */
  private static boolean canMeet(DeflateOffer offer, DeflateParameters limits) {
    return limits.clientMaxWindowBits() == WindowBits.MAX
        || !offer.clientMaxWindowBits().equals(new ClientWindow.Absent());
  }

  private static Agreement agreement(DeflateOffer offer, DeflateParameters limits) {
    var parameters =
        new DeflateParameters(
            offer.serverNoContextTakeover() || limits.serverNoContextTakeover(),
            offer.clientNoContextTakeover() || limits.clientNoContextTakeover(),
            Math.min(
                offer.serverMaxWindowBits().orElse(WindowBits.MAX), limits.serverMaxWindowBits()),
            Math.min(clientBits(offer), limits.clientMaxWindowBits()));
    return new Agreement(parameters, answer(offer, parameters).toExtension());
  }

  private static int clientBits(DeflateOffer offer) {
    return offer.clientMaxWindowBits() instanceof ClientWindow.Bits stated
        ? stated.bits()
        : WindowBits.MAX;
  }

  private static DeflateOffer answer(DeflateOffer offer, DeflateParameters agreed) {
    // RFC 7692, 7.1.2.1: an asked-for server window is accepted by stating it, 15 included.
    var statesServerBits =
        offer.serverMaxWindowBits().isPresent() || agreed.serverMaxWindowBits() < WindowBits.MAX;
    return new DeflateOffer(
        agreed.serverNoContextTakeover(),
        agreed.clientNoContextTakeover(),
        statesServerBits ? agreed.serverMaxWindowBits() : null,
        agreed.clientMaxWindowBits() < WindowBits.MAX
            ? new ClientWindow.Bits(agreed.clientMaxWindowBits())
            : new ClientWindow.Absent());
  }

  /**
   * The client's side: whether {@code answer} is right for one of the {@code offered} extensions;
   * the server does not say for which (RFC 7692, 5.1).
   */
  public static Verdict judge(List<Extension> offered, Extension answer) {
    return switch (DeflateReading.of(answer)) {
      case DeflateReading.Wrong(var problems) -> new Verdict(null, problems);
      case DeflateReading.Right(var stated) -> judge(validOffers(offered), stated);
    };
  }

  private static Verdict judge(List<DeflateOffer> offers, DeflateOffer answer) {
    if (offers.isEmpty()) {
      return new Verdict(
          parameters(DeflateOffer.PLAIN, answer),
          List.of("permessage-deflate was not offered in a valid form"));
    }
    for (var offer : offers) {
      if (problems(offer, answer).isEmpty()) {
        return new Verdict(parameters(offer, answer), List.of());
      }
    }
    var first = offers.getFirst();
    return new Verdict(parameters(first, answer), problems(first, answer));
  }

  private static DeflateParameters parameters(DeflateOffer offer, DeflateOffer answer) {
    // RFC 7692, 7.1.2.2: a value in the offer says what the client will use in any case.
    return new DeflateParameters(
        answer.serverNoContextTakeover(),
        answer.clientNoContextTakeover(),
        answer.serverMaxWindowBits().orElse(WindowBits.MAX),
        Math.min(clientBits(offer), clientBits(answer)));
  }

  private static List<String> problems(DeflateOffer offer, DeflateOffer answer) {
    var problems = new ArrayList<String>();
    if (offer.serverNoContextTakeover() && !answer.serverNoContextTakeover()) {
      problems.add("server_no_context_takeover was asked for and is missing");
    }
    serverWindowProblem(offer, answer).ifPresent(problems::add);
    clientWindowProblem(offer, answer).ifPresent(problems::add);
    return problems;
  }

  private static Optional<String> serverWindowProblem(DeflateOffer offer, DeflateOffer answer) {
    if (offer.serverMaxWindowBits().isEmpty()) {
      return Optional.empty();
    }
    var asked = offer.serverMaxWindowBits().get();
    if (answer.serverMaxWindowBits().isEmpty()) {
      return Optional.of("server_max_window_bits=" + asked + " was asked for and is missing");
    }
    return answer
        .serverMaxWindowBits()
        .filter(stated -> stated > asked)
        .map(
            stated -> "server_max_window_bits=" + stated + " is above the " + asked + " asked for");
  }

  private static Optional<String> clientWindowProblem(DeflateOffer offer, DeflateOffer answer) {
    return switch (answer.clientMaxWindowBits()) {
      case ClientWindow.Absent() -> Optional.empty();
      case ClientWindow.WithoutValue() ->
          Optional.of("client_max_window_bits has no value, which only an offer may do");
      case ClientWindow.Bits stated -> clientWindowProblem(offer, stated.bits());
    };
  }

  private static Optional<String> clientWindowProblem(DeflateOffer offer, int stated) {
    return switch (offer.clientMaxWindowBits()) {
      case ClientWindow.Absent() ->
          Optional.of("client_max_window_bits=" + stated + " answers no such parameter");
      case ClientWindow.WithoutValue() -> Optional.empty();
      case ClientWindow.Bits offered ->
          stated <= offered.bits()
              ? Optional.empty()
              : Optional.of(
                  "client_max_window_bits="
                      + stated
                      + " is above the "
                      + offered.bits()
                      + " offered");
    };
  }
}
