package parley.model.collection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value taken out of what was received.
 *
 * @param name of the variable
 * @param group the regular expression's group; 0 for the whole match
 * @param defaultOrNull taken when there is nothing; null when the step then fails
 */
public record Extraction(
    String name, Kind kind, Source argument, int group, Pick pick, @Nullable Json defaultOrNull) {

  /** What stands in for a value that is not there. */
  public Optional<Json> ifAbsent() {
    return Optional.ofNullable(defaultOrNull);
  }

  /** How the value is found. */
  public enum Kind {
    EXPRESSION,
    JSONPATH,
    REGEX,
    HEADER,
    TEXT,
    XPATH,
    CSS
  }

  /** What is taken of several matches. */
  public enum Pick {
    FIRST,
    ALL,
    COUNT,
    RANDOM
  }
}
