package parley.mock.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.engine.plan.PlanProblem;
import parley.model.collection.Source;

/**
 * A path of a mock, such as {@code /rooms/{room}}: {@code {name}} is any one part that is not
 * empty.
 */
final class PathPattern {

  private static final Pattern NAME = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)}");
  private static final Pattern COLON_NAME = Pattern.compile(":[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern STAR = Pattern.compile("\\*+");

  /** A part of the path: a literal, or any text with a name. */
  private record Part(String text, boolean isName) {

    boolean takes(String segment) {
      return isName ? !segment.isEmpty() : text.equals(segment);
    }

    /** Whether it takes every segment that {@code other} takes. */
    boolean covers(Part other) {
      return isName ? other.isName || !other.text.isEmpty() : !other.isName && takes(other.text);
    }
  }

  private final Source source;
  private final List<Part> parts;

  private PathPattern(Source source, List<Part> parts) {
    this.source = source;
    this.parts = List.copyOf(parts);
  }

  /** What reading a path came to. */
  sealed interface Reading {

    record Good(PathPattern pattern) implements Reading {}

    record Bad(PlanProblem problem) implements Reading {}
  }

  static Reading read(Source source) {
    var path = source.text();
    if (!path.startsWith("/")) {
      return bad(source, "a path that begins with `/`", "write `/" + path + "`");
    }
    if (path.contains("{{")) {
      return bad(source, "a path without templates", "`{name}` stands for any one part");
    }
    if (path.contains("?") || path.contains("#")) {
      return bad(
          source, "a path without a query", "look at `request.params` in `reject` or in steps");
    }
    return parts(source, path);
  }

  private static Reading parts(Source source, String path) {
    var parts = new ArrayList<Part>();
    var names = new HashSet<String>();
    for (var segment : path.substring(1).split("/", -1)) {
      var name = NAME.matcher(segment);
      if (name.matches()) {
        parts.add(new Part(name.group(1), true));
        if (!names.add(name.group(1))) {
          return bad(source, "each name once", "`{" + name.group(1) + "}` stands there twice");
        }
      } else if (isText(segment)) {
        parts.add(new Part(Target.decode(segment), false));
      } else {
        return bad(source, "parts that are a text or `{name}`", hint(segment));
      }
    }
    return new Reading.Good(new PathPattern(source, parts));
  }

  private static boolean isText(String segment) {
    return !COLON_NAME.matcher(segment).matches()
        && !STAR.matcher(segment).matches()
        && segment.chars().noneMatch(c -> c == '{' || c == '}');
  }

  private static String hint(String segment) {
    if (COLON_NAME.matcher(segment).matches()) {
      return "write `{" + segment.substring(1) + "}`";
    }
    return STAR.matcher(segment).matches()
        ? "write `{any}` for any one part"
        : "a name of letters, digits and `_` fills the whole part between two slashes";
  }

  private static Reading bad(Source source, String expected, String hint) {
    return new Reading.Bad(
        new PlanProblem(source.at(), "the path `" + source.text() + "`", expected, hint));
  }

  /** The values of its names, by their names, where it takes these segments. */
  Optional<Map<String, String>> match(List<String> segments) {
    if (segments.size() != parts.size()) {
      return Optional.empty();
    }
    var values = new LinkedHashMap<String, String>();
    for (var i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      if (!part.takes(segments.get(i))) {
        return Optional.empty();
      }
      if (part.isName()) {
        values.put(part.text(), segments.get(i));
      }
    }
    return Optional.of(values);
  }

  /** Whether it takes every path that {@code other} takes. */
  boolean covers(PathPattern other) {
    if (parts.size() != other.parts.size()) {
      return false;
    }
    for (var i = 0; i < parts.size(); i++) {
      if (!parts.get(i).covers(other.parts.get(i))) {
        return false;
      }
    }
    return true;
  }

  Source source() {
    return source;
  }

  /** As it stands in the file. */
  @Override
  public String toString() {
    return source.text();
  }
}
