package parley.workbench.entry.body;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Lays out XML with one element a line. Works on the text: names, attributes and entities stay as
 * they were written, only white space between tags changes.
 */
final class PrettyXml {

  private static final int MAX_DEPTH = 200;

  private final String source;
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();
  private int at;
  private boolean afterStart;

  private PrettyXml(String source) {
    this.source = source;
  }

  /** The text laid out; empty when its tags do not match. */
  static Optional<String> of(String text) {
    var layout = new PrettyXml(text);
    return layout.all() ? Optional.of(layout.out.toString()) : Optional.empty();
  }

  private boolean all() {
    while (at < source.length()) {
      if (source.charAt(at) != '<') {
        text();
      } else if (!tag()) {
        return false;
      }
    }
    return open.isEmpty();
  }

  private void text() {
    var end = source.indexOf('<', at);
    end = end < 0 ? source.length() : end;
    var text = source.substring(at, end);
    at = end;
    if (!text.isBlank()) {
      if (afterStart) {
        out.append(text);
      } else {
        line(text.strip());
      }
    }
  }

  private boolean tag() {
    if (source.startsWith("<!--", at)) {
      return other("-->");
    }
    if (source.startsWith("<![CDATA[", at)) {
      return cdata();
    }
    if (source.startsWith("<?", at)) {
      return other("?>");
    }
    if (source.startsWith("<!", at)) {
      return other(">");
    }
    return source.startsWith("</", at) ? end() : start();
  }

  private boolean other(String mark) {
    return piece(mark).map(this::standAlone).orElse(false);
  }

  private boolean standAlone(String piece) {
    line(piece);
    afterStart = false;
    return true;
  }

  private boolean cdata() {
    return piece("]]>")
        .map(piece -> {
          out.append(piece);
          return true;
        })
        .orElse(false);
  }

  private Optional<String> piece(String mark) {
    var end = source.indexOf(mark, at);
    if (end < 0) {
      return Optional.empty();
    }
    var piece = source.substring(at, end + mark.length());
    at = end + mark.length();
    return Optional.of(piece);
  }

  private boolean start() {
    var end = endOfTag();
    if (end < 0 || open.size() >= MAX_DEPTH) {
      return false;
    }
    var tag = source.substring(at, end + 1);
    at = end + 1;
    line(tag);
    afterStart = !tag.endsWith("/>");
    if (afterStart) {
      open.push(nameIn(tag, 1));
    }
    return true;
  }

  /** The angle bracket that ends the tag, not one in an attribute. */
  private int endOfTag() {
    var quote = '\0';
    for (var i = at; i < source.length(); i++) {
      var c = source.charAt(i);
      if (quote != 0) {
        quote = c == quote ? '\0' : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '>') {
        return i;
      }
    }
    return -1;
  }

  private static String nameIn(String tag, int from) {
    var end = from;
    while (end < tag.length() && " \t\r\n/>".indexOf(tag.charAt(end)) < 0) {
      end++;
    }
    return tag.substring(from, end);
  }

  private boolean end() {
    var tag = piece(">").orElse("");
    if (tag.isEmpty() || open.isEmpty() || !open.pop().equals(nameIn(tag, 2))) {
      return false;
    }
    if (afterStart) {
      out.append(tag);
    } else {
      line(tag);
    }
    afterStart = false;
    return true;
  }

  private void line(String piece) {
    out.append(out.isEmpty() ? "" : "\n").append("  ".repeat(open.size())).append(piece);
  }
}
