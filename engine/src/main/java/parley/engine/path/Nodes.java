package parley.engine.path;

import java.util.List;
import parley.model.value.Value;

/**
 * What a path found.
 *
 * @param all the nodes in the order of RFC 9535; a node may occur twice
 * @param complete false where the work exceeded {@link JsonPath#MAX_VISITS} and nodes may be
 *     missing
 */
public record Nodes(List<Located> all, boolean complete) {

  /** Copies {@code all}. */
  public Nodes {
    all = List.copyOf(all);
  }

  /** The values, without their places. */
  public List<Value> values() {
    return all.stream().map(Located::value).toList();
  }
}
