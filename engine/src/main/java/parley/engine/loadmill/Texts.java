package parley.engine.loadmill;

import static parley.engine.loadmill.Likeness.like;
import static parley.engine.loadmill.Likeness.loose;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Objects;
import parley.engine.function.Arguments;
import parley.engine.function.Function;
import parley.engine.function.Functions;
import parley.engine.function.Result;
import parley.engine.function.Type;
import parley.engine.regex.Regexes;
import parley.model.value.JsonWriter;
import parley.model.value.Value;

/** Texts: codes, cutting, replacing, hashes. */
final class Texts {

  private static final List<Type> TEXT = List.of(Type.TEXT);

  private Texts() {}

  static List<Function> all() {
    return List.of(
        Function.define("__usd(): text", _ -> Result.of("$")),
        loose("__length(target: any): number", TEXT, Texts::length),
        like("__escape_regexp(target: any): text", "escapeRegex"),
        like("__encode_url(target: any): text", "urlEncode"),
        like("__decode_url(target: any): text", "urlDecode"),
        like("__encode_base64(target: any): text", "base64Encode"),
        like("__decode_base64(target: any): text", "base64Decode"),
        loose("__hex_to_base64(target: any): text", TEXT, Texts::hexToBase64),
        loose("__escape_quotes(target: any): text", TEXT, Texts::escapeQuotes),
        like("__lower(target: any): text", "lower"),
        like("__upper(target: any): text", "upper"),
        loose(
            "__slice(target: any, begin: any?, end: any?): text",
            List.of(Type.TEXT, Type.WHOLE),
            Texts::slice),
        replacing("__replace", "replaceFirst"),
        replacing("__replace_all", "replaceAll"),
        like("__sha1(secret: any, secretFormat: encoding?): text", "sha1"),
        like("__sha256(secret: any, secretFormat: encoding?): text", "sha256"));
  }

  private static Result length(Arguments in) {
    return Result.of(in.text(0).codePointCount(0, in.text(0).length()));
  }

  /** As there, half a byte at the end is left out. */
  private static Result hexToBase64(Arguments in) {
    return call(in, "hexToBase64", Value.of(in.text(0).substring(0, in.text(0).length() & ~1)));
  }

  /** As JSON escapes. */
  private static Result escapeQuotes(Arguments in) {
    var json = JsonWriter.begin(Value.of(in.text(0)), 2 * Arguments.MAX_TEXT);
    return in.bounded(json.substring(1, json.length() - 1));
  }

  private static Result slice(Arguments in) {
    var begin = in.has(1) ? in.value(1) : Value.of(0);
    return in.has(2)
        ? call(in, "slice", in.value(0), begin, in.value(2))
        : call(in, "slice", in.value(0), begin);
  }

  /** What is searched for is a regular expression; options are those of JavaScript. */
  private static Function replacing(String name, String readable) {
    return loose(
            name + "(target: any, searchValue: regex, replaceValue: any, options: any?): text",
            TEXT,
            in -> replace(in, readable))
        .unsteady();
  }

  private static Result replace(Arguments in, String readable) {
    var options = in.has(3) ? in.text(3) : "";
    var every = options.contains("g") ? "replaceAll" : readable;
    var flags = options.replaceAll("[^ims]", "");
    var regex = flags.isEmpty() ? in.text(1) : "(?" + flags + ")" + in.text(1);
    return call(in, every, in.value(0), Value.of(regex), in.value(2));
  }

  private static Result call(Arguments in, String readable, Value... values) {
    return Objects.requireNonNull(Functions.BY_NAME.get(readable))
        .call(new Arguments(List.of(values), in.surroundings(), in.at()));
  }

  /** Whether all of {@code texts} match; a fault where {@code regex} is none. */
  static Result allMatch(Arguments in, List<Value> texts, String regex) {
    return switch (Regexes.compile(regex)) {
      case Regexes.Compiled.Regex(Pattern pattern) ->
          Result.of(texts.stream().allMatch(text -> pattern.matcher(Loose.text(text)).find()));
      case Regexes.Compiled.Wrong(var why) -> in.fault(why);
    };
  }
}
