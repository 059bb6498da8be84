package parley.fake.schema;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import parley.engine.function.Result;
import parley.engine.function.Surroundings;
import parley.fake.FieldData;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** Texts: by their pattern, else by their format, else by the field's name, else words. */
record Texts(Shaping shaping, Rules rules, String name) {

  private static final int TRIES = 50;
  private static final int MOST_REPEATED = 8;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

  Optional<Value> make() {
    if (rules.has("pattern")) {
      return patterned().map(Value::of);
    }
    var text =
        rules
            .text("format")
            .flatMap(format -> Formats.value(format, shaping.in()))
            .or(() -> named(name, shaping.in()).map(Texts::shown))
            .filter(this::fits);
    return Optional.of(Value.of(text.orElseGet(this::words)));
  }

  /** What suits the name. */
  static Optional<Value> named(String name, Surroundings in) {
    return FieldData.value(name, in);
  }

  private static String shown(Value value) {
    return value instanceof Value.Text(var text) ? text : JsonWriter.begin(value, 1000);
  }

  private boolean fits(String text) {
    var length = text.codePointCount(0, text.length());
    return length >= rules.count("minLength", 0)
        && length <= rules.count("maxLength", Integer.MAX_VALUE);
  }

  private String words() {
    var least = rules.count("minLength", 0);
    var most = rules.count("maxLength", Math.max(least, 1000));
    var text = new StringBuilder(word());
    while (text.length() < least) {
      text.append(' ').append(word());
    }
    if (text.length() > most) {
      text.setLength(most);
    }
    return text.length() > 1 && text.charAt(text.length() - 1) == ' '
        ? text.substring(0, text.length() - 1) + letter()
        : text.toString();
  }

  private char letter() {
    return LETTERS.charAt(shaping.random().nextInt(LETTERS.length()));
  }

  private String word() {
    return shaping.in().madeUp("randomLoremWord") instanceof Result.Of(Value.Text(var word))
        ? word
        : "word";
  }

  private Optional<String> patterned() {
    var pattern = rules.text("pattern").orElseThrow();
    return Stream.generate(() -> matching(pattern, shaping.random()))
        .limit(TRIES)
        .flatMap(Optional::stream)
        .filter(this::fits)
        .findFirst()
        .or(() -> lengthened(pattern));
  }

  /** A pattern without an end lets more follow. */
  private Optional<String> lengthened(String pattern) {
    var least = Math.max(rules.count("minLength", 0), 1);
    return matching(pattern, shaping.random())
        .map(it -> it + LETTERS.repeat(1 + least / LETTERS.length()))
        .map(it -> it.substring(0, least))
        .filter(this::fits)
        .filter(it -> isFound(pattern, it));
  }

  /** Whether the pattern is found in a text, as schemas mean it. */
  static boolean isFound(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(text).find();
    } catch (PatternSyntaxException notJava) {
      return false;
    }
  }

  /** A text that the pattern matches; empty for one that is too difficult. */
  static Optional<String> matching(String pattern, RandomGenerator random) {
    try {
      var properties = new RgxGenProperties();
      RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(properties, MOST_REPEATED);
      return Optional.of(RgxGen.parse(properties, pattern).generate(random));
    } catch (RuntimeException | StackOverflowError difficult) {
      return Optional.empty(); // the library knows less than ECMA-262, and says it so
    }
  }
}
