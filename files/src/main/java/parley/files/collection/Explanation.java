package parley.files.collection;

import java.util.Optional;
import parley.model.collection.Position;

/**
 * One value that holds for a conversation, and where it comes from.
 *
 * @param key with dots between its parts, {@code settings.connect-timeout}
 * @param value as written; a secret that is not a template is hidden
 */
public record Explanation(String key, String value, Origin origin) {

  /** What is shown in place of a secret. */
  public static final String HIDDEN = "(hidden)";

  /** Where a value comes from. */
  public sealed interface Origin {

    /** A place in a file. */
    record Written(Position at) implements Origin {}

    /** Nobody says it. */
    record Unsaid() implements Origin {}

    /** The command line. */
    record Argument(String option) implements Origin {}
  }

  /** The place in a file; nothing when it stands in none. */
  public Optional<Position> at() {
    return origin instanceof Origin.Written(var at) ? Optional.of(at) : Optional.empty();
  }

  /** Where it comes from when it stands in no file, in a word. */
  public String elsewhere() {
    return switch (origin) {
      case Origin.Written(var at) -> at.toString();
      case Origin.Unsaid _ -> "default";
      case Origin.Argument(var option) -> option;
    };
  }

  @Override
  public String toString() {
    return key + " = " + value + "  (" + elsewhere() + ")";
  }
}
