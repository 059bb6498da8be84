package parley.model.collection;

import java.util.List;

/**
 * A further connection of a conversation.
 *
 * @param keys what it overrides already in place
 * @param variables those that differ on this connection
 */
public record Connection(String name, ConnectionKeys keys, List<Variable> variables, Position at) {

  public Connection {
    variables = List.copyOf(variables);
  }
}
