package parley.protocol.authentication;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A challenge to show a hash of name and password, and the answer to it (RFC 7616; without {@code
 * qop} as RFC 2617 has it).
 *
 * @param challenge as it came
 */
public record DigestChallenge(Challenge challenge, DigestAlgorithm algorithm, Protection qop) {

  /** What the hash covers beside the nonce (RFC 7616, 3.3). */
  public enum Protection {
    /** Method and target, as before RFC 2617: for servers that ask for no {@code qop}. */
    NONE,
    /** Method and target. */
    AUTH,
    /** The body as well, which is empty in the requests of a WebSocket client. */
    AUTH_INT
  }

  /** What came of looking for a digest challenge. */
  public sealed interface Choice {

    /** This one can be answered. */
    record Usable(DigestChallenge challenge) implements Choice {}

    /** There are some, and none can be answered: why the first cannot. */
    record Unusable(String why) implements Choice {}

    /** There is none. */
    record None() implements Choice {}
  }

  /**
   * What the answer is for.
   *
   * @param target as it stands in the request line
   * @param clientNonce of one use, and not to be guessed
   * @param count how often the challenge's nonce is used with this request, from 1 on
   */
  public record Request(String method, String target, String clientNonce, int count) {}

  /** The first that can be answered, since servers name their favourite first (RFC 7616, 3.7). */
  public static Choice choose(List<Challenge> challenges) {
    Choice choice = new Choice.None();
    for (var challenge : challenges) {
      if (challenge.isScheme("Digest") && !(choice instanceof Choice.Usable)) {
        var read = read(challenge);
        choice = choice instanceof Choice.None || read instanceof Choice.Usable ? read : choice;
      }
    }
    return choice;
  }

  private static Choice read(Challenge challenge) {
    var algorithm = challenge.parameter("algorithm").orElse("MD5");
    var known = DigestAlgorithm.named(algorithm);
    if (known.isEmpty()) {
      return new Choice.Unusable(
          "its algorithm " + algorithm + " is none of " + DigestAlgorithm.names());
    }
    if (challenge.parameter("nonce").isEmpty() || challenge.parameter("realm").isEmpty()) {
      return new Choice.Unusable("it lacks realm or nonce: " + challenge);
    }
    var offered = listed(challenge.parameter("qop").orElse(""));
    if (offered.isEmpty()) {
      return new Choice.Usable(new DigestChallenge(challenge, known.get(), Protection.NONE));
    }
    if (offered.contains("auth")) {
      return new Choice.Usable(new DigestChallenge(challenge, known.get(), Protection.AUTH));
    }
    return offered.contains("auth-int")
        ? new Choice.Usable(new DigestChallenge(challenge, known.get(), Protection.AUTH_INT))
        : new Choice.Unusable(
            "its qop " + String.join(", ", offered) + " is neither auth nor auth-int");
  }

  private static List<String> listed(String qop) {
    return Arrays.stream(qop.toLowerCase(Locale.ROOT).split(","))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }

  /**
   * Whether only the nonce of the last answer was too old, and its name and password may be right.
   */
  public boolean isStale() {
    return says("stale");
  }

  private boolean says(String parameter) {
    return challenge.parameter(parameter).filter("true"::equalsIgnoreCase).isPresent();
  }

  /** The value of Authorization or Proxy-Authorization that answers (RFC 7616, 3.4). */
  public String answer(String username, String password, Request request) {
    var answer = new StringBuilder("Digest ");
    answer.append(user(username));
    quoted(answer, "realm", realm());
    quoted(answer, "nonce", nonce());
    quoted(answer, "uri", request.target());
    quoted(answer, "response", response(username, password, request));
    challenge.parameter("algorithm").ifPresent(given -> plain(answer, "algorithm", given));
    challenge.parameter("opaque").ifPresent(given -> quoted(answer, "opaque", given));
    if (qop != Protection.NONE) {
      plain(answer, "qop", qopName());
      plain(answer, "nc", count(request));
    }
    if (qop != Protection.NONE || algorithm.isOfSession()) {
      quoted(answer, "cnonce", request.clientNonce());
    }
    if (says("userhash")) {
      plain(answer, "userhash", "true");
    }
    return answer.toString();
  }

  private static void quoted(StringBuilder answer, String name, String value) {
    plain(answer, name, QuotedString.of(value));
  }

  private static void plain(StringBuilder answer, String name, String value) {
    answer.append(", ").append(name).append('=').append(value);
  }

  /** Control characters cannot stand in quotes; a line break there would begin another header. */
  private String user(String username) {
    if (says("userhash")) {
      return "username=\"" + algorithm.hash(username + ":" + realm()) + "\""; // RFC 7616, 3.4.4
    }
    var utf8 = challenge.parameter("charset").filter("UTF-8"::equalsIgnoreCase).isPresent();
    return username.chars().anyMatch(one -> one < ' ' || one == 0x7F || (utf8 && one > 0x7F))
        ? "username*=" + ExtendedValue.of(username) // RFC 7616, 3.4
        : "username=" + QuotedString.of(username);
  }

  private String response(String username, String password, Request request) {
    var middle =
        qop == Protection.NONE
            ? nonce()
            : String.join(":", nonce(), count(request), request.clientNonce(), qopName());
    return algorithm.hash(
        String.join(":", secret(username, password, request), middle, asked(request)));
  }

  /** The hash of A1 (RFC 7616, 3.4.2). */
  private String secret(String username, String password, Request request) {
    var secret = algorithm.hash(String.join(":", username, realm(), password));
    return algorithm.isOfSession()
        ? algorithm.hash(String.join(":", secret, nonce(), request.clientNonce()))
        : secret;
  }

  /** The hash of A2 (RFC 7616, 3.4.3). */
  private String asked(Request request) {
    var asked = request.method() + ":" + request.target();
    return algorithm.hash(qop == Protection.AUTH_INT ? asked + ":" + algorithm.hash("") : asked);
  }

  private String qopName() {
    return qop == Protection.AUTH_INT ? "auth-int" : "auth";
  }

  private static String count(Request request) {
    return String.format(Locale.ROOT, "%08x", request.count());
  }

  /** What the name and password are for, as the server says it. */
  public String realm() {
    return challenge.parameter("realm").orElseThrow();
  }

  private String nonce() {
    return challenge.parameter("nonce").orElseThrow();
  }
}
