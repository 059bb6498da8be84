package parley.files.layout;

import java.util.NavigableMap;
import java.util.regex.Pattern;
import parley.files.problem.Problems;
import parley.files.yaml.YamlDocument;
import parley.files.yaml.YamlReader;

/**
 * Lays out a document: levels two spaces apart, one space after colons, dashes and commas, no
 * spaces at the ends of lines, never two empty lines, one line end at the end, and line ends all as
 * the first. Comments, the order of keys, quotes and the text of values stay.
 */
public final class Formatter {

  /** An end of a line to YAML, and to few others. */
  private static final Pattern LONELY_RETURN = Pattern.compile("\r(?!\n)");

  private final String text;
  private final Lines lines;
  private final NavigableMap<Integer, Gaps.Gap> gaps;
  private final StringBuilder out = new StringBuilder();
  private int blank;

  private Formatter(YamlDocument document) {
    this.text = document.text();
    this.lines = Indents.of(document);
    this.gaps = Gaps.of(document.root(), text);
  }

  /** The text in its layout. What it says is read again and compared with what it said. */
  public static String format(YamlDocument document) {
    var usual = LONELY_RETURN.matcher(document.text()).replaceAll("\n");
    var formatted = new Formatter(again(document, usual)).format();
    return again(document, formatted).text();
  }

  private static YamlDocument again(YamlDocument document, String text) {
    var problems = new Problems();
    var read = YamlReader.read(document.source().withText(text), problems);
    if (problems.count() > 0
        || read.isEmpty()
        || !read.get().root().toValue().equals(document.root().toValue())) {
      throw new IllegalStateException("a layout that says something else:\n" + text);
    }
    return read.get();
  }

  private String format() {
    for (var line = 0; line < lines.count(); line++) {
      append(line);
    }
    var end = text.indexOf("\r\n") >= 0 && text.indexOf("\r\n") == text.indexOf('\n') - 1;
    return end ? out.toString().replace("\n", "\r\n") : out.toString();
  }

  private void append(int line) {
    switch (lines.kind(line)) {
      case BLOCK -> write(line, block(line));
      case TEXT -> write(line, shifted(line, lines.content(line)));
      case PART, LOOSE -> {
        var written = shifted(line, spaced(line)).stripTrailing();
        if (written.isEmpty()) {
          blank++;
        } else {
          write(line, written);
        }
      }
    }
  }

  private void write(int line, String written) {
    if (blank > 0 && !out.isEmpty()) {
      out.append('\n');
    }
    blank = 0;
    out.append(written);
    if (line + 1 < lines.count() || lines.kind(line) != Lines.Kind.BLOCK) {
      out.append('\n'); // a block that ends with the file says by its line end how it ends
    }
  }

  /** A line of spaces alone may be longer than the margin, and is text then. */
  private String block(int line) {
    var content = lines.content(line);
    return content.isBlank() && content.length() <= lines.margin(line)
        ? ""
        : shifted(line, content);
  }

  private String shifted(int line, String content) {
    var indent = lines.indent(line);
    return " ".repeat(Math.max(0, indent + lines.shift(line))) + content.substring(indent);
  }

  private String spaced(int line) {
    var spaced = new StringBuilder();
    var from = lines.start(line);
    for (var gap : gaps.subMap(from, true, lines.end(line), false).values()) {
      spaced.append(text, from, gap.start()).append(gap.written());
      from = gap.end();
    }
    return spaced.append(text, from, lines.end(line)).toString();
  }
}
