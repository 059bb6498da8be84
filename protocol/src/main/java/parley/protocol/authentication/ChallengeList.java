package parley.protocol.authentication;

import java.util.ArrayList;
import java.util.List;

/**
 * What the fields WWW-Authenticate or Proxy-Authenticate of an answer ask for.
 *
 * @param challenges in their order
 * @param faults what was expected and where, one for each field that breaks the grammar; the
 *     challenges before the fault count
 */
public record ChallengeList(List<Challenge> challenges, List<String> faults) {

  public ChallengeList {
    challenges = List.copyOf(challenges);
    faults = List.copyOf(faults);
  }

  /** Reads the values of all fields of that name (RFC 9110, 11.6.1 and 11.7.1). */
  public static ChallengeList parse(List<String> values) {
    var challenges = new ArrayList<Challenge>();
    var faults = new ArrayList<String>();
    for (var value : values) {
      new ChallengeParser(value, challenges).parse().ifPresent(faults::add);
    }
    return new ChallengeList(challenges, faults);
  }

  /** Whether one of the challenges is of {@code scheme}. */
  public boolean has(String scheme) {
    return challenges.stream().anyMatch(challenge -> challenge.isScheme(scheme));
  }

  /** The schemes in their order, each once and as it was spelled. */
  public List<String> schemes() {
    return challenges.stream().map(Challenge::scheme).distinct().toList();
  }
}
