package parley.engine.plan;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import parley.engine.expression.Nearest;
import parley.engine.expression.Template;
import parley.model.collection.Position;

/** The places in a URL's path that wait for a value: {@code /:name} and {@code {name}}. */
final class PathParameters {

  private static final Pattern PARAMETER =
      Pattern.compile("(?<=/):([\\p{L}_][\\p{L}\\p{N}_]*)|\\{([\\p{L}_][\\p{L}\\p{N}_.-]*)}");

  private PathParameters() {}

  private static String name(MatchResult match) {
    return match.group(1) == null ? match.group(2) : match.group(1);
  }

  /** Looks for parameters without a value, and for values without a parameter. */
  static void check(TemplatePlan url, List<FieldPlan> values, Compiling compiling) {
    var blanked = Template.blanked(url.source().text());
    var path = pathOf(blanked);
    var missing = new LinkedHashMap<String, Integer>();
    var matches = PARAMETER.matcher(blanked).region(path[0], path[1]).useTransparentBounds(true);
    matches.results().forEach(match -> missing.putIfAbsent(name(match), match.start()));
    var given = values.stream().map(value -> value.name().source().text()).toList();
    values.stream()
        .filter(value -> isUnused(value, missing, url))
        .forEach(value -> unused(value, missing, compiling));
    given.forEach(missing::remove);
    missing.forEach((name, at) ->
        compiling.problem(
            url.source().place(at),
            "the path parameter `" + name + "`",
            "one that `path` has a value for",
            hint(name, given, "add `path: { " + name + ": ... }`")));
  }

  /** What is inherited serves several URLs, not all of which use it. */
  private static boolean isUnused(
      FieldPlan value, Map<String, Integer> parameters, TemplatePlan url) {
    return value.name().isConstant()
        && !parameters.containsKey(value.name().source().text())
        && value.name().source().at().file().equals(url.source().at().file());
  }

  private static void unused(
      FieldPlan value, Map<String, Integer> parameters, Compiling compiling) {
    var name = value.name().source().text();
    compiling.problem(
        value.name().source().at(),
        "`" + name + "`, which the URL does not use",
        "a path parameter of the URL",
        hint(name, parameters.keySet(), "remove it, or write `:" + name + "` in the URL"));
  }

  private static String hint(String name, Collection<String> others, String otherwise) {
    var near = Nearest.hint(name, others);
    return near.isEmpty() ? otherwise : Compiling.quoted(near);
  }

  /** The URL with values in place, percent-encoded. */
  static String fill(String url, Position at, List<FieldPlan> values, Filling filling) {
    var path = pathOf(url);
    var filled = new StringBuilder(url.substring(0, path[0]));
    var matches = PARAMETER.matcher(url).region(path[0], path[1]).useTransparentBounds(true);
    var end = path[0];
    while (matches.find()) {
      filled.append(url, end, matches.start());
      filled.append(value(name(matches.toMatchResult()), at, values, filling));
      end = matches.end();
    }
    return filled.append(url.substring(end)).toString();
  }

  private static String value(String name, Position at, List<FieldPlan> values, Filling filling) {
    for (var value : values) {
      if (filling.text(value.name()).equals(name)) {
        return PercentCode.encode(filling.text(value.value()));
      }
    }
    filling.fault(
        at, "the URL has the path parameter `%s`, which `path` has no value for".formatted(name));
    return "";
  }

  /** Where the path begins and ends. */
  private static int[] pathOf(String url) {
    var scheme = url.indexOf("://");
    var query = first(url, "?#", scheme < 0 ? 0 : scheme + 3);
    var slash = url.substring(0, query).indexOf('/', scheme < 0 ? 0 : scheme + 3);
    return new int[] {slash < 0 ? query : slash, query};
  }

  private static int first(String url, String wanted, int from) {
    var at = from;
    while (at < url.length() && wanted.indexOf(url.charAt(at)) < 0) {
      at++;
    }
    return at;
  }
}
