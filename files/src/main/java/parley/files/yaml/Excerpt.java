package parley.files.yaml;

import java.util.stream.Collectors;

/**
 * A part of a document as a person sees it.
 *
 * @param line of its first character, from 1
 * @param lastLine of its last one
 * @param text without the indent, the dash of an item and the key of a value
 */
public record Excerpt(int line, int lastLine, String text) {

  /** An item of a list, from what follows its dash on, with comments in it and at its end. */
  public static Excerpt ofItem(YamlDocument document, Pointer at) {
    var places = new Places(document);
    var node = places.node(at);
    if (places.inFlow(at)) {
      return of(document, node.span().start(), node.span().end(), 0);
    }
    var dash = places.start(at);
    var start = Math.max(dash + 1, node.span().start());
    var end = Math.max(start, places.linesEnd(at));
    return of(document, start, end, places.column(dash) + 2);
  }

  private static Excerpt of(YamlDocument document, int start, int end, int indent) {
    var text = document.text().substring(start, end).stripTrailing();
    var first = document.source().position(start).line();
    var count = Math.max(1, (int) text.lines().count());
    return new Excerpt(first, first + count - 1, dedented(text, indent));
  }

  private static String dedented(String text, int indent) {
    return text.lines()
        .map(line -> line.substring(Math.min(indent, spaces(line))))
        .collect(Collectors.joining("\n"));
  }

  private static int spaces(String line) {
    return line.length() - line.stripLeading().length();
  }
}
