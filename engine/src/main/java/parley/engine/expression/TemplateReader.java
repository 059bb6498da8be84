package parley.engine.expression;

import java.util.ArrayList;
import java.util.List;
import parley.engine.expression.Template.Part;

/** Cuts a text into constant parts and expressions; collects all problems. */
final class TemplateReader {

  private final String text;
  private final Names names;
  private final List<Part> parts = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final StringBuilder constant = new StringBuilder();
  private int at;

  TemplateReader(String text, Names names) {
    this.text = text;
    this.names = names;
  }

  Template.Reading read() {
    while (at < text.length()) {
      part();
    }
    endConstant(parts.isEmpty());
    return problems.isEmpty()
        ? new Template.Reading.Read(new Template(parts))
        : new Template.Reading.Wrong(problems);
  }

  private void part() {
    if (text.startsWith("\\{{", at)) {
      constant.append("{{");
      at += 3;
    } else if (text.startsWith("{{", at)) {
      endConstant(false);
      computed();
    } else {
      constant.append(text.charAt(at++));
    }
  }

  private void endConstant(boolean evenIfEmpty) {
    if (evenIfEmpty || !constant.isEmpty()) {
      parts.add(new Part.Constant(constant.toString()));
      constant.setLength(0);
    }
  }

  private void computed() {
    var open = at;
    var from = at + 2;
    var end = end(from);
    if (end < 0) {
      problems.add(new Problem(open, "found {{ without its }}", "two braces as they are: \\{{"));
      at = text.length();
      return;
    }
    at = end + 2;
    expression(text.substring(from, end), from);
  }

  private void expression(String written, int from) {
    var slot = names.slot(written.strip());
    if (slot.isPresent()) {
      parts.add(new Part.Computed(Expression.variable(written.strip(), slot.getAsInt()), from));
      return;
    }
    switch (Expression.compile(written, names)) {
      case Compilation.Compiled(var expression) -> parts.add(new Part.Computed(expression, from));
      case Compilation.Wrong(var wrong) ->
          wrong.forEach(problem -> problems.add(problem.moved(from)));
    }
  }

  static String blanked(String text) {
    var reader = new TemplateReader(text, Names.of());
    var blanked = new StringBuilder(text);
    for (var open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", open + 2)) {
      var isPlain = open > 0 && text.charAt(open - 1) == '\\';
      var end = isPlain ? -1 : reader.end(open + 2);
      if (end >= 0) {
        blanked.replace(open, end + 2, "\0".repeat(end + 2 - open));
        open = end;
      }
    }
    return blanked.toString();
  }

  /** Where the closing braces stand, past those of maps and of texts; -1 where there are none. */
  private int end(int from) {
    var depth = 0;
    for (var i = from; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '"', '\'' -> i = closingQuote(i);
        case '{' -> depth++;
        case '}' -> {
          if (depth == 0 && text.startsWith("}}", i)) {
            return i;
          }
          depth--;
        }
        default -> {}
      }
    }
    return -1;
  }

  private int closingQuote(int open) {
    var i = open + 1;
    while (i < text.length() && text.charAt(i) != text.charAt(open)) {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return i;
  }
}
