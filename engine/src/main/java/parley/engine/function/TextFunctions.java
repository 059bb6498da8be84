package parley.engine.function;

import static parley.engine.function.Function.define;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.model.value.Value;

/** Texts: cutting, searching, replacing. */
final class TextFunctions {

  private TextFunctions() {}

  static List<Function> all() {
    return List.of(
        define("lower(text: text): text", in -> in.bounded(in.text(0).toLowerCase(Locale.ROOT))),
        define("upper(text: text): text", in -> in.bounded(in.text(0).toUpperCase(Locale.ROOT))),
        define("trim(text: text): text", in -> Result.of(in.text(0).strip())),
        define("startsWith(text: text, start: text): boolean", TextFunctions::startsWith),
        define("endsWith(text: text, end: text): boolean", TextFunctions::endsWith),
        define("contains(in: any, part: any): boolean", TextFunctions::contains),
        define(
            "containsIgnoreCase(text: text, part: text): boolean",
            in -> Result.of(fold(in.text(0)).contains(fold(in.text(1))))),
        define(
            "equalsIgnoreCase(left: text, right: text): boolean",
            in -> Result.of(fold(in.text(0)).equals(fold(in.text(1))))),
        define("indexOf(text: text, part: text): number", TextFunctions::indexOf),
        define("slice(text: text, from: whole, to: whole?): text", TextFunctions::slice),
        define("split(text: text, separator: text): list", TextFunctions::split),
        define("join(list: list, separator: text?): text", TextFunctions::join).unsteady(),
        define("replace(text: text, part: text, by: text): text", TextFunctions::replace)
            .unsteady(),
        define("escapeQuotes(text: text): text", TextFunctions::escapeQuotes),
        define("urlEncode(text: text): text", TextFunctions::urlEncode),
        define("urlDecode(text: text): text", TextFunctions::urlDecode),
        define("isUuid(value: any): boolean", TextFunctions::isUuid));
  }

  private static Result startsWith(Arguments in) {
    return Result.of(in.text(0).startsWith(in.text(1)));
  }

  private static Result endsWith(Arguments in) {
    return Result.of(in.text(0).endsWith(in.text(1)));
  }

  private static Result contains(Arguments in) {
    return switch (in.value(0)) {
      case Value.Text(var text) when in.value(1) instanceof Value.Text(var part) ->
          Result.of(text.contains(part));
      case Value.Items(var all) -> Result.of(all.contains(in.value(1)));
      case Value.Fields(var all) when in.value(1) instanceof Value.Text(var name) ->
          Result.of(all.containsKey(name));
      case Value other ->
          in.fault(
              "contains() looks for a text in a text or in a map's names, or for a value in a"
                  + " list; found %s and %s"
                      .formatted(other.kind().phrase(), in.value(1).kind().phrase()));
    };
  }

  /** So that two texts that differ only in case become the same. */
  static String fold(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /** In code points, as size() counts. */
  private static Result indexOf(Arguments in) {
    var unit = in.text(0).indexOf(in.text(1));
    return Result.of(unit < 0 ? -1 : in.text(0).codePointCount(0, unit));
  }

  private static Result slice(Arguments in) {
    var points = in.text(0).codePoints().toArray();
    var from = place(in.whole(1), points.length);
    var to = place(in.whole(2, points.length), points.length);
    return Result.of(from < to ? new String(points, from, to - from) : "");
  }

  /** From the end where negative. */
  static int place(long index, int size) {
    return (int) Math.clamp(index < 0 ? index + size : index, 0L, size);
  }

  private static Result split(Arguments in) {
    var separator = in.text(1);
    if (separator.isEmpty()) {
      return Result.of(
          in.text(0).codePoints().mapToObj(Character::toString).map(Value::of).toList());
    }
    return Result.of(
        Stream.of(in.text(0).split(Pattern.quote(separator), -1)).map(Value::of).toList());
  }

  private static Result join(Arguments in) {
    return in.bounded(
        String.join(in.text(1, ""), in.items(0).stream().map(NumberFunctions::toText).toList()));
  }

  private static Result replace(Arguments in) {
    var part = in.text(1);
    if (part.isEmpty()) {
      return in.fault("part of replace() is empty");
    }
    var growth =
        (in.text(2).length() - part.length()) * (in.text(0).length() / (long) part.length());
    return in.text(0).length() + growth > Arguments.MAX_TEXT
        ? in.fault("the text could exceed the limit of " + Arguments.MAX_TEXT + " characters")
        : Result.of(in.text(0).replace(part, in.text(2)));
  }

  private static Result escapeQuotes(Arguments in) {
    return in.bounded(in.text(0).replace("\\", "\\\\").replace("\"", "\\\"").replace("'", "\\'"));
  }

  /** As in a URL's query, but a space is %20, which is right in a path as well. */
  private static Result urlEncode(Arguments in) {
    return in.bounded(
        URLEncoder.encode(in.text(0), StandardCharsets.UTF_8)
            .replace("+", "%20")
            .replace("*", "%2A")
            .replace("%7E", "~"));
  }

  private static Result urlDecode(Arguments in) {
    try {
      return Result.of(URLDecoder.decode(in.text(0), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException wrong) {
      return in.fault("the text has a % without two hex digits behind it");
    }
  }

  private static Result isUuid(Arguments in) {
    return Result.of(
        in.value(0) instanceof Value.Text(var text)
            && text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
  }
}
