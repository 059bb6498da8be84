package parley.model.connection;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of an authorization server's token endpoint (RFC 6749, 3.2).
 *
 * @param place where it is; its scheme is https when it is secure
 */
public record TokenUrl(WsUrl place) {

  /** One to show. */
  public static final String EXAMPLE = "https://auth.example/oauth/token";

  /** What came of reading a token URL that a person typed. */
  public sealed interface Parsed {

    /** A usable one. */
    record Valid(TokenUrl url) implements Parsed {}

    /** None. */
    record Invalid(String found, String expected) implements Parsed {

      /** Both as one sentence. */
      public String problem() {
        return found + ": expected " + expected;
      }
    }
  }

  /** Reads a URL; it has a scheme, and neither a fragment nor a user. */
  public static Parsed parse(String text) {
    var scheme = text.strip().toLowerCase(Locale.ROOT);
    if (!scheme.startsWith("https://") && !scheme.startsWith("http://")) {
      return new Parsed.Invalid("the token URL is '" + text + "'", "https://... or http://...");
    }
    if (text.indexOf('#') >= 0) {
      return new Parsed.Invalid("the token URL has a fragment", "none (RFC 6749, 3.2)");
    }
    return switch (WsUrl.parse(text)) {
      case WsUrl.Parsed.Invalid(var problem) ->
          new Parsed.Invalid(
              "the token URL is '%s', and %s".formatted(text, problem.split(": expected", 2)[0]),
              "a URL");
      case WsUrl.Parsed.Valid valid when valid.authorization().isPresent() ->
          new Parsed.Invalid("the token URL has a user", "the client's id and secret beside it");
      case WsUrl.Parsed.Valid valid -> new Parsed.Valid(new TokenUrl(valid.url()));
    };
  }

  /** A sentence where what is sent there can be read on the way: no TLS, not to this machine. */
  public Optional<String> warning() {
    return place.secure() || isThisMachine(place.host())
        ? Optional.empty()
        : Optional.of("the client's secret goes to " + this + " in the clear; use https://");
  }

  private static boolean isThisMachine(String host) {
    if (host.equals("localhost") || host.endsWith(".localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException name) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "http" + place.toString().substring("ws".length());
  }
}
