package parley.store;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which sessions to list, the newest first.
 *
 * @param text what the name, URL, key, environment or note holds, in any case; empty for all
 * @param collectionOrNull the one collection; null for all
 * @param conversationOrNull the one conversation's key; null for all
 * @param limit how many at most
 */
public record SessionQuery(
    String text,
    @Nullable String collectionOrNull,
    @Nullable String conversationOrNull,
    int limit) {

  /** The newest thousand. */
  public static final SessionQuery ALL = new SessionQuery("", null, null, 1000);

  public Optional<String> collection() {
    return Optional.ofNullable(collectionOrNull);
  }

  public Optional<String> conversation() {
    return Optional.ofNullable(conversationOrNull);
  }

  /** Whether {@code info} is one of them. */
  boolean fits(SessionInfo info) {
    var start = info.start();
    return (collectionOrNull == null || collectionOrNull.equals(start.collection()))
        && (conversationOrNull == null || conversationOrNull.equals(start.conversation()))
        && holdsText(info);
  }

  private boolean holdsText(SessionInfo info) {
    var start = info.start();
    var words =
        String.join(
            "\n",
            start.name(),
            start.url(),
            start.conversation(),
            start.environment(),
            info.note());
    return words.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }
}
