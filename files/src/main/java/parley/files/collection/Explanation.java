package parley.files.collection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.model.collection.Position;

/**
 * One value that holds for a conversation, and where it comes from.
 *
 * @param key with dots between its parts, {@code settings.connect-timeout}
 * @param value as written; a secret that is not a template is hidden
 * @param atOrNull null for a default
 */
public record Explanation(String key, String value, @Nullable Position atOrNull) {

  /** The place in a file; nothing for a default. */
  public Optional<Position> at() {
    return Optional.ofNullable(atOrNull);
  }

  @Override
  public String toString() {
    return key + " = " + value + "  (" + at().map(Position::toString).orElse("default") + ")";
  }
}
