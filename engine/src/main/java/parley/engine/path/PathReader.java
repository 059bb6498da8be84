package parley.engine.path;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads paths as RFC 9535 writes them. Where a path stands in an expression it ends before a call
 * such as {@code .size()}.
 */
public final class PathReader {

  private final PathText text;

  PathReader(PathText text) {
    this.text = text;
  }

  /** The path that all of {@code text} writes. */
  public static PathReading read(String text) {
    var reading = readFrom(text, 0);
    return reading instanceof PathReading.Read read && read.end() < text.length()
        ? new PathReading.Wrong(
            read.end(),
            "found " + Character.toString(text.codePointAt(read.end())) + ", expected . or [")
        : reading;
  }

  /** The path that begins at the offset {@code from}, as far as it goes. */
  public static PathReading readFrom(String text, int from) {
    var source = new PathText(text, from);
    source.expect("$", "$, with which a path begins");
    var segments = new PathReader(source).segments();
    return source.failed()
        ? source.wrong()
        : new PathReading.Read(
            new JsonPath(text.substring(from, source.at()), segments), source.at());
  }

  /** Whether a member's name needs no brackets and quotes. */
  static boolean isShorthand(String name) {
    return !name.isEmpty()
        && isNameFirst(name.charAt(0))
        && name.chars().allMatch(PathReader::isNameChar);
  }

  private static boolean isNameFirst(int c) {
    return isNameChar(c) && c > '9';
  }

  private static boolean isNameChar(int c) {
    return c == '_' || c >= 0x80 || Character.isLetterOrDigit(c);
  }

  List<Segment> segments() {
    var segments = new ArrayList<Segment>();
    var end = text.at();
    while (segment(segments)) {
      end = text.at();
    }
    text.back(end);
    return segments;
  }

  private boolean segment(List<Segment> segments) {
    text.space();
    if (text.next() == '[') {
      return segments.add(new Segment(false, bracketed()));
    }
    if (text.take("..")) {
      return segments.add(new Segment(true, text.next() == '[' ? bracketed() : shorthand()));
    }
    if (text.next() != '.' || isCall()) {
      return false;
    }
    text.take(".");
    return segments.add(new Segment(false, shorthand()));
  }

  /** Whether what follows is {@code .name(}, a call and no member. */
  private boolean isCall() {
    var ahead = 1;
    while (text.peek(ahead) != PathText.END && isNameChar(text.peek(ahead))) {
      ahead++;
    }
    return ahead > 1 && text.peek(ahead) == '(';
  }

  private List<Selector> shorthand() {
    if (text.take("*")) {
      return List.of(new Selector.Wildcard());
    }
    if (text.next() == PathText.END || !isNameFirst(text.next())) {
      text.fail("a name, * or [");
    }
    return List.of(new Selector.Name(text.skip(PathReader::isNameChar)));
  }

  private List<Selector> bracketed() {
    text.take("[");
    var selectors = new ArrayList<Selector>();
    do {
      text.space();
      selectors.add(selector());
      text.space();
    } while (text.take(","));
    text.expect("]", "a comma or ]");
    return selectors;
  }

  private Selector selector() {
    return switch (text.next()) {
      case '\'', '"' -> new Selector.Name(text.string());
      case '*' -> wildcard();
      case '?' -> new Selector.Filter(new FilterReader(text, this).filter());
      case ':', '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> indexOrSlice();
      default -> {
        text.fail("a name in quotes, an index, a slice, * or ?");
        yield new Selector.Wildcard();
      }
    };
  }

  private Selector wildcard() {
    text.take("*");
    return new Selector.Wildcard();
  }

  private Selector indexOrSlice() {
    var from = bound();
    if (from != null && !text.take(":")) {
      return new Selector.Index(from);
    }
    if (from == null) {
      text.take(":");
    }
    text.space();
    var to = bound();
    text.space();
    var step = text.take(":") ? step() : 1;
    return new Selector.Slice(from, to, step);
  }

  private long step() {
    text.space();
    var step = bound();
    return step == null ? 1 : step;
  }

  private @Nullable Long bound() {
    if (text.next() != '-' && !Character.isDigit(text.next())) {
      return null;
    }
    var bound = text.integer();
    var end = text.at();
    text.space();
    if (text.next() != ':') {
      text.back(end);
    }
    return bound;
  }
}
