package parley.model.collection;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with a server: what its file says, with all that it inherits in place.
 *
 * @param main the connection that steps use unless they say another one
 * @param connections further ones
 * @param variables of the layers below it first, so that the last of a name wins
 * @param onMessage rules for messages in the background, its own first
 * @param hooks of the folders around it
 * @param steps empty when it is only for use by hand
 * @param dataOrNull when it is run once for each row
 * @param loadOrNull when it is a load test
 */
public record Conversation(
    Path file,
    String name,
    String docs,
    List<String> tags,
    ConnectionKeys main,
    List<Connection> connections,
    List<Variable> variables,
    List<SavedMessage> messages,
    List<Rule> onMessage,
    List<Timer> every,
    List<Step> onReconnect,
    Hooks hooks,
    Scripts scripts,
    List<Step> steps,
    @Nullable DataSource dataOrNull,
    @Nullable Load loadOrNull) {

  public Conversation {
    tags = List.copyOf(tags);
    connections = List.copyOf(connections);
    variables = List.copyOf(variables);
    messages = List.copyOf(messages);
    onMessage = List.copyOf(onMessage);
    every = List.copyOf(every);
    onReconnect = List.copyOf(onReconnect);
    steps = List.copyOf(steps);
  }

  /** The same without what the folders around it want done. */
  public Conversation withoutHooks() {
    return new Conversation(
        file,
        name,
        docs,
        tags,
        main,
        connections,
        variables,
        messages,
        onMessage,
        every,
        onReconnect,
        Hooks.NONE,
        scripts,
        steps,
        dataOrNull,
        loadOrNull);
  }

  /** The rows to run with. */
  public Optional<DataSource> data() {
    return Optional.ofNullable(dataOrNull);
  }

  /** The load. */
  public Optional<Load> load() {
    return Optional.ofNullable(loadOrNull);
  }
}
