package parley.model.snapshot;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import parley.model.collection.Source;

/**
 * What is not the same in each run, and what it is like all the same.
 *
 * @param subject a path of JSON; {@code text} or {@code bytes} for a whole message that is none
 */
public record Mask(Source subject, Rule rule) {

  /** The whole of a message that is text and no JSON. */
  public static final String TEXT = "text";

  /** The whole of a message that is binary. */
  public static final String BYTES = "bytes";

  /** What a masked value is like. */
  public sealed interface Rule {

    /** A value of a kind. */
    record Of(Kind kind) implements Rule {}

    /** A text with a part that matches a regular expression of RE2. */
    record Matching(Source regex) implements Rule {}

    /** What stands in place of the value, in angle brackets. */
    default String word() {
      return switch (this) {
        case Of(var kind) -> kind.word();
        case Matching _ -> "matches";
      };
    }
  }

  /** The kinds of values that differ from run to run. */
  public enum Kind {
    UUID,
    ULID,
    /** ISO 8601, RFC 1123, or seconds, milliseconds, microseconds or nanoseconds since 1970. */
    TIMESTAMP,
    DATE,
    /** Hex digits, eight or more. */
    HEX,
    JWT,
    /** An IP address, with a port or without. */
    ADDRESS,
    NUMBER,
    TEXT,
    BOOLEAN,
    LIST,
    MAP,
    ANY;

    /** As it stands in a file. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that word. */
    public static Optional<Kind> of(String word) {
      return Stream.of(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** With its article, for a sentence. */
    public String phrase() {
      return switch (this) {
        case UUID -> "a UUID";
        case ULID -> "a ULID";
        case JWT -> "a JWT";
        case HEX -> "hex digits";
        case ADDRESS -> "an IP address";
        case ANY -> "any value";
        case TIMESTAMP, DATE, NUMBER, TEXT, BOOLEAN, LIST, MAP -> "a " + word();
      };
    }
  }
}
