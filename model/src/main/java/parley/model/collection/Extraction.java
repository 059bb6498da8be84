package parley.model.collection;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value taken out of what was received.
 *
 * @param name of the variable
 * @param group the regular expression's group; 0 for the whole match
 * @param defaultOrNull taken when there is nothing; null when the step then fails
 * @param attributeOrNull whose values are taken in place of the texts of elements of HTML
 */
public record Extraction(
    String name,
    Kind kind,
    Source argument,
    int group,
    Pick pick,
    @Nullable Json defaultOrNull,
    @Nullable Source attributeOrNull) {

  /** One that asks for no attribute. */
  public Extraction(
      String name, Kind kind, Source argument, int group, Pick pick, @Nullable Json defaultOrNull) {
    this(name, kind, argument, group, pick, defaultOrNull, null);
  }

  /** The attribute asked for. */
  public Optional<Source> attribute() {
    return Optional.ofNullable(attributeOrNull);
  }

  /** What stands in for a value that is not there. */
  public Optional<Json> ifAbsent() {
    return Optional.ofNullable(defaultOrNull);
  }

  /** How the value is found. */
  public enum Kind {
    EXPRESSION,
    JSONPATH,
    JMESPATH,
    REGEX,
    HEADER,
    /** The whole text. */
    TEXT,
    /** The bytes, as the argument writes them: {@code hex} or {@code base64}. */
    BYTES,
    /** How many there are of what the argument names: {@code bytes} or {@code characters}. */
    LENGTH,
    /** Over the bytes, by the algorithm that the argument names. */
    CHECKSUM,
    XPATH,
    CSS,
    /** A JSONPath into EDN. */
    EDN
  }

  /** What is taken of several matches. */
  public enum Pick {
    FIRST,
    ALL,
    COUNT,
    RANDOM
  }
}
