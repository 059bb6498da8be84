package parley.files.shape;

import java.util.Set;

/**
 * What stands beside a place in a map: it decides what else may.
 *
 * @param keys of the same map
 */
public record Beside(Reading.Scope scope, Set<String> keys) {

  public Beside {
    keys = Set.copyOf(keys);
  }
}
