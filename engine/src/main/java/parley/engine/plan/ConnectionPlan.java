package parley.engine.plan;

import java.util.List;

/**
 * A connection of a conversation.
 *
 * @param name empty for the main one
 * @param variables those that have another value on it, in the order to compute them
 */
public record ConnectionPlan(String name, ConnectPlan connect, List<Assignment> variables) {

  public ConnectionPlan {
    variables = List.copyOf(variables);
  }
}
