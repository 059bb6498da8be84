package parley.protocol.authentication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.protocol.deflate.FieldScanner;

/**
 * Reads the challenges of one field from left to right (RFC 9110, 11.2, 11.3 and 11.6.1). Commas
 * part challenges and parameters alike: what follows one is a parameter if an equals sign follows
 * its first word, else the next challenge.
 */
final class ChallengeParser {

  private static final String TOKEN68 =
      "-._~+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private final FieldScanner in;
  private final List<Challenge> challenges;

  ChallengeParser(String text, List<Challenge> challenges) {
    in = new FieldScanner(text);
    this.challenges = challenges;
  }

  /** Adds what it reads to the list, and says what breaks the grammar. */
  Optional<String> parse() {
    skipCommas();
    while (!in.isAtEnd()) {
      var scheme = in.token();
      if (scheme.isEmpty()) {
        return expected("the name of a scheme");
      }
      var problem = challenge(scheme);
      if (problem.isPresent()) {
        return problem;
      }
      skipCommas();
    }
    return Optional.empty();
  }

  private void skipCommas() {
    do {
      in.skipSpace();
    } while (in.take(','));
  }

  private Optional<String> challenge(String scheme) {
    if (!in.skipSpace() && !in.isAtElementEnd()) {
      return expected("a space after " + scheme);
    }
    var token68 = token68();
    if (token68.isPresent()) {
      challenges.add(new Challenge(scheme, token68.get(), List.of()));
      return Optional.empty();
    }
    var parameters = new ArrayList<Challenge.Parameter>();
    var problem = parameters(parameters);
    challenges.add(new Challenge(scheme, null, parameters));
    return problem;
  }

  private Optional<String> token68() {
    var start = in.position();
    var text = new StringBuilder();
    while (!in.isAtElementEnd() && takeOf(TOKEN68, text)) {}
    while (!text.isEmpty() && in.take('=')) {
      text.append('=');
    }
    in.skipSpace();
    if (!text.isEmpty() && in.isAtElementEnd()) {
      return Optional.of(text.toString());
    }
    in.backTo(start);
    return Optional.empty();
  }

  private boolean takeOf(String characters, StringBuilder taken) {
    var start = in.position();
    var next = in.next();
    if (characters.indexOf(next) < 0) {
      in.backTo(start);
      return false;
    }
    taken.append(next);
    return true;
  }

  private Optional<String> parameters(List<Challenge.Parameter> parameters) {
    while (true) {
      skipCommas();
      var start = in.position();
      var name = in.token();
      in.skipSpace();
      if (name.isEmpty() || !in.take('=')) {
        in.backTo(start); // of the next challenge, or none
        return Optional.empty();
      }
      in.skipSpace();
      var value = in.take('"') ? QuotedString.rest(in) : Optional.of(in.token());
      if (value.isEmpty()) {
        return Optional.of("the quoted value of " + name + " has no end");
      }
      parameters.add(new Challenge.Parameter(name, value.get()));
      in.skipSpace();
      if (!in.isAtElementEnd()) {
        return expected(", or the end after " + name);
      }
    }
  }

  private Optional<String> expected(String what) {
    return Optional.of(in.expected(what));
  }
}
