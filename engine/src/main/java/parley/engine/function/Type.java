package parley.engine.function;

import java.util.Optional;
import parley.engine.path.PathReader;
import parley.engine.path.PathReading;
import parley.engine.regex.Regexes;
import parley.model.value.Decimal;
import parley.model.value.Value;
import parley.model.value.Value.Kind;

/** What is known of a value before it is there. */
public enum Type {
  ANY("any", "any value"),
  NULL("null", "null"),
  BOOLEAN("boolean", "a boolean"),
  NUMBER("number", "a number"),
  WHOLE("whole", "a whole number"),
  TEXT("text", "a text"),
  LIST("list", "a list"),
  MAP("map", "a map"),
  REGEX("regex", "a regular expression"),
  PATH("path", "a path such as $.items[0].id"),
  PATTERN("pattern", "a pattern of dates such as yyyy-MM-dd HH:mm:ss"),
  CODEC("encoding", Codec.NAMES),
  HASH("hash", "md5, sha1, sha256, sha384 or sha512");

  private final String word;
  private final String phrase;

  Type(String word, String phrase) {
    this.word = word;
    this.phrase = phrase;
  }

  /** How signatures write it. */
  public String word() {
    return word;
  }

  /** How messages say it. */
  public String phrase() {
    return phrase;
  }

  /** The type of values of that kind. */
  public static Type of(Kind kind) {
    return switch (kind) {
      case NULL -> NULL;
      case BOOLEAN -> BOOLEAN;
      case NUMBER -> NUMBER;
      case TEXT -> TEXT;
      case LIST -> LIST;
      case MAP -> MAP;
    };
  }

  /** Whether {@code value} is of this type; a whole number fits a {@code long}. */
  public boolean accepts(Value value) {
    return this == WHOLE
        ? value instanceof Decimal number && number.isWhole()
        : this == ANY || kind() == of(value.kind());
  }

  /**
   * What is wrong with a constant of the right kind, as a sentence behind it; empty where nothing
   * is.
   */
  public Optional<String> objection(Value constant) {
    return constant instanceof Value.Text(var text)
        ? switch (this) {
          case REGEX -> Regexes.compile(text).objection();
          case PATH ->
              PathReader.read(text) instanceof PathReading.Wrong wrong
                  ? Optional.of("no path at offset %d: %s".formatted(wrong.at(), wrong.text()))
                  : Optional.empty();
          case PATTERN -> unless(Dates.format(text).isPresent(), text);
          case CODEC -> unless(Codec.named(text).isPresent(), text);
          case HASH -> unless(HashFunctions.isKnown(text), text);
          case ANY, NULL, BOOLEAN, NUMBER, WHOLE, TEXT, LIST, MAP -> Optional.empty();
        }
        : Optional.empty();
  }

  private Optional<String> unless(boolean fits, String text) {
    return fits ? Optional.empty() : Optional.of("found %s, expected %s".formatted(text, phrase));
  }

  /** Whether a value of the type {@code actual} may be of this type. */
  public boolean mayBe(Type actual) {
    return this == ANY || actual == ANY || kind() == actual.kind();
  }

  /** Whole numbers are numbers, and what has a syntax of its own is a text. */
  private Type kind() {
    return switch (this) {
      case WHOLE -> NUMBER;
      case REGEX, PATH, PATTERN, CODEC, HASH -> TEXT;
      case ANY, NULL, BOOLEAN, NUMBER, TEXT, LIST, MAP -> this;
    };
  }
}
