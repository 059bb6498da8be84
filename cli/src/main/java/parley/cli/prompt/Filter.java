package parley.cli.prompt;

import java.util.Locale;
import java.util.regex.Pattern;
import parley.cli.option.Reading;
import parley.cli.option.Values;
import parley.protocol.frame.Bytes;

/** Which messages are shown. */
sealed interface Filter {

  /** Those that contain a text in any case. */
  record Containing(String text) implements Filter {}

  /** Those in which a regular expression is found. */
  record Matching(Pattern regex) implements Filter {}

  /** Reads {@code TEXT} or {@code /REGEX/}. */
  static Reading<Filter> parse(String text) {
    if (text.length() < 3 || !text.startsWith("/") || !text.endsWith("/")) {
      return Reading.good(new Containing(text.toLowerCase(Locale.ROOT)));
    }
    return switch (Values.regex(text.substring(1, text.length() - 1))) {
      case Reading.Good<Pattern>(var regex) -> Reading.good(new Matching(regex));
      case Reading.Bad<Pattern>(var expected, var _) -> Reading.bad(expected, "/\"id\": *7/");
    };
  }

  default boolean passes(Bytes payload) {
    var text = payload.toText();
    return switch (this) {
      case Containing(var wanted) -> text.toLowerCase(Locale.ROOT).contains(wanted);
      case Matching(var regex) -> regex.matcher(text).find();
    };
  }
}
