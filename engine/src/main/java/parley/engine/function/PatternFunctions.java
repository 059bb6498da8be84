package parley.engine.function;

import static parley.engine.function.Function.define;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import parley.engine.regex.Regexes;
import parley.model.value.Value;

/** Regular expressions of RE2: linear time, no back references, no look around. */
final class PatternFunctions {

  private PatternFunctions() {}

  static List<Function> all() {
    return List.of(
        define(
            "matches(text: text, regex: regex): boolean",
            in -> with(in, pattern -> Result.of(pattern.matcher(in.text(0)).find()))),
        define(
            "regex(text: text, regex: regex, default: any?): any",
            in -> with(in, pattern -> first(in, pattern.matcher(in.text(0))))),
        define(
            "regexAll(text: text, regex: regex): list",
            in -> with(in, pattern -> every(pattern.matcher(in.text(0))))),
        define(
                "replaceAll(text: text, regex: regex, by: text): text",
                in -> with(in, pattern -> replace(in, pattern.matcher(in.text(0)), true)))
            .unsteady(),
        define(
                "replaceFirst(text: text, regex: regex, by: text): text",
                in -> with(in, pattern -> replace(in, pattern.matcher(in.text(0)), false)))
            .unsteady(),
        define("escapeRegex(text: text): text", in -> in.bounded(Pattern.quote(in.text(0)))));
  }

  private static Result with(Arguments in, java.util.function.Function<Pattern, Result> use) {
    return switch (Regexes.compile(in.text(1))) {
      case Regexes.Compiled.Regex(var pattern) -> use.apply(pattern);
      case Regexes.Compiled.Wrong(var text) -> in.fault(text);
    };
  }

  private static Result first(Arguments in, Matcher matcher) {
    if (matcher.find()) {
      return Result.of(found(matcher));
    }
    return in.has(2) ? Result.of(in.value(2)) : in.missing(in.text(1) + " matches nothing");
  }

  private static Result every(Matcher matcher) {
    var all = new ArrayList<Value>();
    while (matcher.find()) {
      all.add(found(matcher));
    }
    return Result.of(all);
  }

  /** The first group where there is one, else all that matched; null for a group left out. */
  private static Value found(Matcher matcher) {
    var text = matcher.group(matcher.groupCount() > 0 ? 1 : 0);
    return text == null ? Value.NULL : Value.of(text);
  }

  private static Result replace(Arguments in, Matcher matcher, boolean every) {
    var out = new StringBuilder();
    try {
      var more = true;
      while (more && matcher.find() && out.length() <= Arguments.MAX_TEXT) {
        matcher.appendReplacement(out, in.text(2));
        more = every;
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException wrong) {
      return in.fault(in.text(2) + " names a group that the regular expression does not have");
    }
    return in.bounded(matcher.appendTail(out));
  }
}
