package parley.mock.server;

import java.util.HashMap;
import java.util.Map;
import parley.mock.plan.Asked;

/**
 * The seed of each client: made of what it asks for, and of how many asked for the very same before
 * it, so that it does not matter in which order those come who ask for different things. Of the
 * mock's thread.
 */
final class Seeds {

  /** How many different requests are told apart; further ones go by the order of all. */
  private static final int MAX_REQUESTS = 10_000;

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final long seed;
  private final Map<Long, Long> before = new HashMap<>();
  private long clients;

  Seeds(long seed) {
    this.seed = seed;
  }

  long of(Asked asked) {
    clients++;
    var request = hash(asked.identity());
    var known = before.size() < MAX_REQUESTS || before.containsKey(request);
    var number = known ? before.merge(request, 1L, Long::sum) : clients;
    return (seed ^ (known ? request : 0)) + number * GOLDEN;
  }

  /** FNV-1a over the characters: the same everywhere and always. */
  private static long hash(String text) {
    var hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }
}
