package parley.report;

import java.util.ArrayList;
import java.util.List;
import parley.model.connection.Attempt;
import parley.protocol.authentication.ChallengeList;

/** What to try after a 401: what its challenges ask for (RFC 9110, 11.6.1). */
final class SignIn {

  private SignIn() {}

  static List<String> advice(Attempt.Rejected rejected, Setup setup) {
    var asked = ChallengeList.parse(rejected.answer().all("WWW-Authenticate"));
    var advice = new ArrayList<String>();
    if (said(rejected)) {
      advice.add("the user, the password or the token is wrong, or not allowed here");
    }
    if (asked.has("Digest") && !said(rejected, "Digest")) {
      advice.add(
          setup.choose(
              "--digest -u USER:PASSWORD answers the server's digest challenge",
              "`auth: { digest: { username, password } }` answers the server's digest challenge"));
    }
    if (asked.has("Basic") && !said(rejected, "Basic")) {
      advice.add(
          setup.choose(
              "-u USER:PASSWORD, which the server asks for",
              "`auth: { basic: { username, password } }`, which the server asks for"));
    }
    return advice.isEmpty() ? List.of(anything(setup)) : advice;
  }

  private static boolean said(Attempt.Rejected rejected) {
    return said(rejected, "");
  }

  private static boolean said(Attempt.Rejected rejected, String scheme) {
    return rejected
        .evidence()
        .request()
        .flatMap(request -> request.first("Authorization"))
        .filter(value -> value.regionMatches(true, 0, scheme, 0, scheme.length()))
        .isPresent();
  }

  private static String anything(Setup setup) {
    return setup.choose(
        "-u USER:PASSWORD, or -H 'Authorization: Bearer TOKEN'",
        "`auth: { bearer: \"{{token}}\" }`, or another `auth`");
  }
}
