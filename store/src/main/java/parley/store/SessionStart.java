package parley.store;

import java.time.Instant;

/**
 * What a session is about when it begins.
 *
 * @param collection the collection's folder, as its owner names it; empty for none
 * @param conversation its key in the collection
 * @param name as people see it
 * @param environment the chosen one, empty for none
 */
public record SessionStart(
    String collection,
    String conversation,
    String name,
    String url,
    String environment,
    Instant began) {

  /** The same session of a conversation that is called so from now on. */
  SessionStart of(String renamedConversation, String newName) {
    return new SessionStart(collection, renamedConversation, newName, url, environment, began);
  }
}
