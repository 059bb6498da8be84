package parley.files.yaml;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes values as YAML text: on one line, or in lines at an indent. */
public final class Layout {

  /**
   * What is safe without quotes anywhere, as a key or a value, in a line or in braces. Both repeat
   * possessively: a group that may step back takes stack for each character.
   */
  private static final Pattern SAFE =
      Pattern.compile(
          "(?:[^\\s,\\[\\]{}#&*!|>'\"%@`?:-]|-(?=[0-9]))"
              + "(?:[^\\s:#,\\[\\]{}]|:(?=[^\\s,\\[\\]{}])|(?<=\\S)#| ++(?=[^\\s#,\\[\\]{}]))*+");

  /** What is safe without quotes after a key or a dash on a line of its own. */
  private static final Pattern SAFE_IN_LINE =
      Pattern.compile(
          "(?:[^\\s,\\[\\]{}#&*!|>'\"%@`?:-]|[?:-](?=\\S))"
              + "(?:[^\\s:#]|:(?=\\S)|(?<=\\S)#| ++(?=[^\\s#]))*+");

  private Layout() {}

  /** On one line, in braces and brackets. */
  public static String inline(Value value) {
    return switch (value) {
      case Value.Scalar scalar -> scalar(scalar);
      case Value.Block(var text) -> quoted(text);
      case Value.Items list when list.items().isEmpty() -> "[]";
      case Value.Items list ->
          list.items().stream().map(Layout::inline).collect(Collectors.joining(", ", "[", "]"));
      case Value.Members map when map.members().isEmpty() -> "{}";
      case Value.Members map ->
          map.members().stream()
              .map(member -> key(member.key()) + ":" + spaced(inline(member.value())))
              .collect(Collectors.joining(", ", "{ ", " }"));
    };
  }

  private static String spaced(String value) {
    return value.isEmpty() ? "" : " " + value;
  }

  /** A key, in quotes where it needs them. */
  static String key(String text) {
    return isSafe(text) ? text : Quoting.doubleQuoted(text);
  }

  private static String scalar(Value.Scalar scalar) {
    if (scalar.quoted()) {
      return quoted(scalar.text());
    }
    if (!scalar.text().isEmpty() && !isSafe(scalar.text())) {
      throw new IllegalArgumentException("a text that needs quotes: " + scalar.text());
    }
    return scalar.text();
  }

  /** Whether a text is the same without quotes, wherever it stands. */
  public static boolean isSafe(String text) {
    return isSafe(text, SAFE);
  }

  private static boolean isSafe(String text, Pattern pattern) {
    return pattern.matcher(text).matches()
        && text.codePoints().allMatch(Quoting::isPrintable)
        && !text.startsWith("---")
        && !text.startsWith("...");
  }

  /** In single quotes where double ones would need escapes. */
  private static String quoted(String text) {
    return text.codePoints().allMatch(Quoting::isPrintable)
        ? Quoting.quote(text)
        : Quoting.doubleQuoted(text);
  }

  /**
   * In the style of what stood there before, as long as that can say it.
   *
   * @param indent of the map or list around it, for a block
   */
  static String likeBefore(Value.Scalar scalar, Style before, int indent, boolean inFlow) {
    if (!scalar.quoted()) {
      return inFlow ? inline(scalar) : inLine(scalar);
    }
    if (before.isBlock() && fitsBlock(scalar.text())) {
      return block(scalar.text(), indent);
    }
    var single =
        before == Style.SINGLE_QUOTED && scalar.text().codePoints().allMatch(Quoting::isPrintable);
    if (single) {
      return Quoting.singleQuoted(scalar.text());
    }
    return before == Style.DOUBLE_QUOTED
        ? Quoting.doubleQuoted(scalar.text())
        : quoted(scalar.text());
  }

  /** Whether a text may stand in lines of its own after {@code |}. */
  public static boolean fitsBlock(String text) {
    return !text.isBlank()
        && !text.endsWith("\n\n")
        && text.codePoints().allMatch(c -> c == '\n' || c == '\t' || Quoting.isPrintable(c));
  }

  static String block(String text, int indent) {
    var lines = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    var said = lines.startsWith(" ") || lines.startsWith("\n") ? "2" : "";
    var body =
        lines
            .lines()
            .map(line -> line.isEmpty() ? "" : " ".repeat(indent + 2) + line)
            .collect(Collectors.joining("\n"));
    return "|" + said + (text.endsWith("\n") ? "" : "-") + "\n" + body;
  }

  private static String inLine(Value value) {
    return value instanceof Value.Scalar(var text, var quoted)
            && !quoted
            && isSafe(text, SAFE_IN_LINE)
        ? text
        : inline(value);
  }

  /** A value after {@code key:}, in lines at the indent where it has parts of its own. */
  static String afterKey(Value value, int indent) {
    return switch (value) {
      case Value.Members map when !map.members().isEmpty() && !isShort(map) ->
          "\n" + lines(map, indent + 2);
      case Value.Items list when !list.items().isEmpty() && !isShort(list) ->
          "\n" + lines(list, indent + 2);
      case Value.Block(var text) when fitsBlock(text) -> " " + block(text, indent);
      case Value other -> spaced(inLine(other));
    };
  }

  private static boolean isShort(Value value) {
    return !value.wantsLines() && !hasMaps(value) && inline(value).length() <= 60;
  }

  /** People write a line or more for each map of a list. */
  private static boolean hasMaps(Value value) {
    return value instanceof Value.Items(var items)
        && items.stream().anyMatch(item -> item instanceof Value.Members);
  }

  /** A whole file: keys and values in lines, each ended. */
  public static String file(Value.Members map) {
    return lines(map, 0) + "\n";
  }

  private static String lines(Value.Members map, int indent) {
    return map.members().stream()
        .map(one -> " ".repeat(indent) + key(one.key()) + ":" + afterKey(one.value(), indent))
        .collect(Collectors.joining("\n"));
  }

  private static String lines(Value.Items list, int indent) {
    return list.items().stream()
        .map(one -> " ".repeat(indent) + item(one, indent))
        .collect(Collectors.joining("\n"));
  }

  /** An item of a list with its dash, whose column is {@code indent}. */
  static String item(Value value, int indent) {
    return switch (value) {
      case Value.Members map when map.members().size() == 1 || !isShort(map) ->
          "- " + lines(map, indent + 2).stripLeading();
      case Value.Items list when !list.items().isEmpty() && list.wantsLines() ->
          "- " + lines(list, indent + 2).stripLeading();
      case Value.Block(var text) when fitsBlock(text) -> "- " + block(text, indent);
      case Value other -> "- " + inLine(other);
    };
  }
}
