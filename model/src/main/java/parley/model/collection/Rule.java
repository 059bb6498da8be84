package parley.model.collection;

import java.util.List;

/**
 * Steps that answer a message in the background.
 *
 * @param where all hold for the message; empty for every message
 * @param otherwise whether it stands for the messages that no other rule matches
 */
public record Rule(List<Check> where, boolean otherwise, List<Step> steps, Position at) {

  public Rule {
    where = List.copyOf(where);
    steps = List.copyOf(steps);
  }
}
