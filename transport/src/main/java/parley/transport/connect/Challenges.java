package parley.transport.connect;

import java.util.ArrayList;
import java.util.List;
import parley.model.connection.Attempt;
import parley.model.connection.ConnectSpec;
import parley.model.connection.Credentials;
import parley.model.connection.Hop;
import parley.protocol.authentication.ChallengeList;
import parley.protocol.authentication.DigestChallenge;
import parley.protocol.authentication.DigestChallenge.Choice;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.Header;

/** Answers the digest challenges of a server (RFC 7616) with the credentials at hand. */
final class Challenges {

  private static final String AUTHORIZATION = "Authorization";

  /** A server whose nonces are stale at once would ask for ever. */
  private static final int MAX_ANSWERS = 3;

  private Challenges() {}

  /**
   * What to do about a refusal of {@code sent}.
   *
   * @param clientNonce of one use
   */
  static Turn after(Attempt.Rejected refused, ConnectSpec sent, List<Hop> hops, Bytes clientNonce) {
    if (refused.answer().status() != 401
        || !(sent.credentialsOrNull() instanceof Credentials.Digest credentials)) {
      return new Turn.Stay();
    }
    var asked = ChallengeList.parse(refused.answer().all("WWW-Authenticate"));
    return switch (DigestChallenge.choose(asked.challenges())) {
      case Choice.None() -> new Turn.StayFor(noDigest(asked));
      case Choice.Unusable(var why) ->
          new Turn.StayFor("the server's digest challenge cannot be answered: " + why);
      case Choice.Usable(var challenge) -> {
        var answered = answered(hops);
        if (answered > 0 && (!challenge.isStale() || answered >= MAX_ANSWERS)) {
          yield new Turn.StayFor(
              "the server refused the answer to its digest challenge: the user %s or the password"
                      .formatted(credentials.username())
                  + " is wrong for realm \""
                  + challenge.realm()
                  + "\"");
        }
        yield answer(challenge, credentials, sent, clientNonce);
      }
    };
  }

  private static String noDigest(ChallengeList asked) {
    return asked.challenges().isEmpty()
        ? "401 without a challenge: the server does not say which authentication it wants"
        : "the server asks for %s, not for Digest, so the password was not sent"
            .formatted(String.join(" or ", asked.schemes()));
  }

  /** How many challenges of this place were answered. */
  private static long answered(List<Hop> hops) {
    return hops.reversed().stream().takeWhile(hop -> hop.reason() == Hop.Reason.CHALLENGE).count();
  }

  private static Turn answer(
      DigestChallenge challenge, Credentials.Digest credentials, ConnectSpec sent, Bytes nonce) {
    var request = new DigestChallenge.Request("GET", sent.url().target(), nonce.toHex(), 1);
    var answer = challenge.answer(credentials.username(), credentials.password(), request);
    var headers = new ArrayList<>(sent.headers());
    headers.removeIf(header -> header.isNamed(AUTHORIZATION));
    headers.add(new Header(AUTHORIZATION, answer));
    return new Turn.Onward(
        sent.with(sent.url(), headers),
        Hop.Reason.CHALLENGE,
        "401: answers the %schallenge of realm \"%s\" (%s) as %s"
            .formatted(
                challenge.isStale() ? "renewed " : "",
                challenge.realm(),
                challenge.algorithm(),
                credentials.username()));
  }
}
