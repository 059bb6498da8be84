package parley.transport.proxy;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import parley.model.connection.ProxySpec;
import parley.protocol.authentication.BasicAnswer;
import parley.protocol.authentication.Challenge;
import parley.protocol.authentication.ChallengeList;
import parley.protocol.authentication.DigestChallenge;
import parley.protocol.authentication.DigestChallenge.Choice;
import parley.protocol.frame.Bytes;
import parley.protocol.handshake.ResponseHead;

/**
 * Answers an HTTP proxy that asks who is there: with digest where it can be, else with basic. The
 * proxy is told nothing before it asks, so that a password goes in the clear to none that would
 * take a digest.
 */
final class ProxyLogin {

  private static final int MAX_STALE = 3;

  private final ProxySpec proxy;
  private final String target;
  private final Supplier<Bytes> nonces;
  private int answers;

  ProxyLogin(ProxySpec proxy, String target, Supplier<Bytes> nonces) {
    this.proxy = proxy;
    this.target = target;
    this.nonces = nonces;
  }

  /** What a 407 leads to. */
  sealed interface Outcome {

    /** The value of Proxy-Authorization. */
    record Answer(String value) implements Outcome {}

    /** Nothing that could be told, or nothing else than before. */
    record None(String why) implements Outcome {}
  }

  Outcome answer(ResponseHead refusal) {
    var asked = ChallengeList.parse(refusal.all("Proxy-Authenticate"));
    var login = proxy.login();
    if (login.isEmpty()) {
      return new Outcome.None(
          "the proxy %s asks for a user and a password (407; it takes %s)"
              .formatted(proxy.url(), named(asked)));
    }
    var digest = DigestChallenge.choose(asked.challenges());
    var isStale = digest instanceof Choice.Usable(var challenge) && challenge.isStale();
    if (answers > 0 && !(isStale && answers < MAX_STALE)) {
      return new Outcome.None(refused(refusal));
    }
    answers++;
    return answer(asked, digest, login.get());
  }

  /** Says that what it was told did not do. */
  String refused(ResponseHead refusal) {
    var asked = ChallengeList.parse(refusal.all("Proxy-Authenticate"));
    var user = proxy.login().map(ProxySpec.Login::user).orElse("");
    return "the proxy %s does not accept the user %s with this password (%d%s)"
        .formatted(proxy.url(), user, refusal.status(), realm(asked));
  }

  private Outcome answer(ChallengeList asked, Choice digest, ProxySpec.Login login) {
    if (digest instanceof Choice.Usable(var challenge)) {
      var request = new DigestChallenge.Request("CONNECT", target, nonces.get().toHex(), 1);
      return new Outcome.Answer(challenge.answer(login.user(), login.password(), request));
    }
    if (asked.has("Basic")) {
      return new Outcome.Answer(BasicAnswer.of(login.user(), login.password()));
    }
    return new Outcome.None(
        digest instanceof Choice.Unusable(var why)
            ? "the proxy %s asks for a digest that cannot be answered: %s"
                .formatted(proxy.url(), why)
            : "the proxy %s takes %s, and Parley speaks Basic and Digest"
                .formatted(proxy.url(), named(asked)));
  }

  private static String named(ChallengeList asked) {
    var schemes = asked.schemes();
    return schemes.isEmpty() ? "no scheme that it would name" : String.join(", ", schemes);
  }

  private static String realm(ChallengeList asked) {
    return first(asked.challenges()).map(realm -> "; realm \"" + realm + "\"").orElse("");
  }

  private static Optional<String> first(List<Challenge> challenges) {
    return challenges.stream().flatMap(one -> one.parameter("realm").stream()).findFirst();
  }

  /** An answer as it may be shown: without what a password can be found from. */
  static String hidden(String answer) {
    return answer.startsWith("Digest ")
        ? answer.replaceFirst("\\bresponse=\"[^\"]*\"", "response=\"•••\"")
        : answer.replaceFirst(" .*", " •••");
  }
}
