package parley.files.complete;

/**
 * Scans a text line by line, by its indents: so that a line that is half written, or wrong, takes
 * nothing away from the others.
 */
final class LineScan {

  private final Scan scan;
  private final String text;

  private LineScan(Scan scan) {
    this.scan = scan;
    this.text = scan.text();
  }

  static Scan of(String text, int offset) {
    var scan = new Scan(text, offset);
    var lines = new LineScan(scan);
    for (var start = 0; start <= text.length(); ) {
      start = lines.line(start);
    }
    return scan;
  }

  private int lineEnd(int index) {
    var end = text.indexOf('\n', index);
    return end < 0 ? text.length() : end;
  }

  private int spacesEnd(int index) {
    var end = index;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return end;
  }

  private boolean ends(int index) {
    return index >= text.length() || "\r\n".indexOf(text.charAt(index)) >= 0;
  }

  /** Scans what begins in a line; gives where the next one begins. */
  private int line(int start) {
    var first = spacesEnd(start);
    var end = lineEnd(start);
    if (ends(first)) {
      if (scan.isIn(start, end)) {
        empty(start, end);
      }
      return end + 1;
    }
    if (text.charAt(first) == '#') {
      if (scan.isIn(first + 1, end)) {
        scan.found(Place.Part.TEXT, scan.offset(), 0);
      }
      return end + 1;
    }
    if (scan.isIn(start, first - 1)) {
      scan.foundEmpty(scan.offset() - start);
    }
    return content(start, first);
  }

  /** An empty line; its keys belong to the map of the next line, when that stands below. */
  private void empty(int start, int end) {
    var column = scan.offset() - start;
    var next = nextLine(end);
    var below = spacesEnd(next);
    if (below - next == column && !ends(below) && isKey(below)) {
      scan.map(column);
    }
    scan.foundEmpty(column);
  }

  private boolean isKey(int start) {
    return text.charAt(start) != '-' && keyEnd(start) >= 0;
  }

  /** The dashes, the key and the value of a line. */
  private int content(int start, int first) {
    var at = first;
    var part = Place.Part.KEY;
    while (isDash(at)) {
      scan.dash(at - start);
      part = Place.Part.ITEM;
      var next = spacesEnd(at + 1);
      if (ends(next)) {
        return emptyItem(at, next);
      }
      if (scan.isIn(at + 1, next - 1)) {
        scan.found(Place.Part.ITEM, scan.offset(), scan.offset() - start);
      }
      at = next;
    }
    return key(start, at, part);
  }

  private boolean isDash(int at) {
    return text.charAt(at) == '-' && (ends(at + 1) || text.charAt(at + 1) == ' ');
  }

  private int emptyItem(int dash, int end) {
    if (scan.isIn(dash + 1, lineEnd(end))) {
      var column = dash - text.lastIndexOf('\n', dash) - 1;
      var below = nextLine(end);
      if (spacesEnd(below) - below > column && !ends(spacesEnd(below)) && isKey(spacesEnd(below))) {
        scan.map(spacesEnd(below) - below);
        scan.foundKey(Place.Part.ITEM, scan.offset(), scan.offset(), column + 2);
      } else {
        scan.found(Place.Part.ITEM, scan.offset(), column + 2);
      }
    }
    return lineEnd(end) + 1;
  }

  /** Where the next line begins that is not empty. */
  private int nextLine(int end) {
    var next = end;
    while (next < text.length() && "\r\n".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    return next;
  }

  private int key(int start, int at, Place.Part part) {
    var column = at - start;
    var end = keyEnd(at);
    if (end < 0) {
      return scalar(start, at, part);
    }
    var map = scan.map(column);
    if (scan.isIn(at, end)) {
      scan.foundKey(part, at, end, column);
    } else {
      map.enter(unquoted(text.substring(at, end)));
      scan.seeKey(map.key());
    }
    map.enter(unquoted(text.substring(at, end)));
    return value(text.indexOf(':', end) + 1, column);
  }

  /** Where the key ends that begins here; less than 0 when there is none. */
  private int keyEnd(int at) {
    var c = text.charAt(at);
    if (c == '"' || c == '\'') {
      var end = quoteEnd(at);
      return end < text.length() && text.charAt(end) == ':' ? end : -1;
    }
    if ("{[|>#".indexOf(c) >= 0) {
      return -1;
    }
    var end = lineEnd(at);
    for (var index = at; index < end; index++) {
      if (text.charAt(index) == ':' && (ends(index + 1) || text.charAt(index + 1) == ' ')) {
        return index;
      }
      if (text.charAt(index) == '#' && text.charAt(index - 1) == ' ') {
        return -1;
      }
    }
    return -1;
  }

  /** After the closing quote, or else the end of the line. */
  private int quoteEnd(int at) {
    var end = lineEnd(at);
    for (var index = at + 1; index < end; index++) {
      if (text.charAt(index) == '\\' && text.charAt(at) == '"') {
        index++;
      } else if (text.charAt(index) == text.charAt(at)) {
        return index + 1;
      }
    }
    return end;
  }

  static String unquoted(String written) {
    var quoted = written.length() > 1 && "\"'".indexOf(written.charAt(0)) >= 0;
    var end = quoted && written.endsWith(written.substring(0, 1)) ? 1 : 0;
    return quoted ? written.substring(1, written.length() - end) : written.strip();
  }

  /** What stands in a line alone, or after a dash: a scalar, or a key whose colon is to come. */
  private int scalar(int start, int at, Place.Part part) {
    var column = at - start;
    if ("{[".indexOf(text.charAt(at)) >= 0) {
      return flow(at, column - 1);
    }
    if ("|>".indexOf(text.charAt(at)) >= 0) {
      return block(at, column - 1);
    }
    var end = scalarEnd(at);
    if (scan.isIn(at, end)) {
      if (part == Place.Part.ITEM) {
        scan.found(part, at, column);
      } else {
        scan.map(column);
        scan.foundKey(part, at, end, column);
      }
    } else if (part == Place.Part.ITEM) {
      scan.see(unquoted(text.substring(at, end)));
    }
    return lineEnd(at) + 1;
  }

  private int scalarEnd(int at) {
    if ("\"'".indexOf(text.charAt(at)) >= 0) {
      return quoteEnd(at);
    }
    var line = text.substring(at, lineEnd(at));
    var comment = line.indexOf(" #");
    return at + (comment < 0 ? line : line.substring(0, comment)).stripTrailing().length();
  }

  private int value(int colon, int column) {
    var at = spacesEnd(colon);
    var end = lineEnd(colon);
    if (ends(at) || text.charAt(at) == '#') {
      if (scan.isIn(colon, ends(at) ? end : at)) {
        scan.found(Place.Part.VALUE, scan.offset(), column);
      }
      return end + 1;
    }
    if (scan.isIn(colon, at - 1)) {
      scan.found(Place.Part.VALUE, scan.offset(), column);
    }
    return switch (text.charAt(at)) {
      case '{', '[' -> flow(at, column);
      case '|', '>' -> block(at, column);
      default -> {
        var valueEnd = scalarEnd(at);
        if (scan.isIn(at, valueEnd)) {
          scan.found(Place.Part.VALUE, at, column);
        }
        scan.see(unquoted(text.substring(at, valueEnd)));
        yield end + 1;
      }
    };
  }

  /** Braces or brackets go on over lines that are deeper than what they stand behind. */
  private int flow(int at, int column) {
    var end = FlowScan.of(scan, at, below(at, column), column);
    return lineEnd(Math.min(end, text.length())) + 1;
  }

  private int block(int at, int column) {
    var end = below(at, column);
    if (scan.isIn(at, end)) {
      scan.found(Place.Part.TEXT, scan.offset(), column);
    }
    return end + 1;
  }

  /** The end of the last line from here on that is deeper than a column. */
  private int below(int at, int column) {
    var end = lineEnd(at);
    var last = end;
    while (end < text.length()) {
      var first = spacesEnd(end + 1);
      var blank = ends(first);
      if (!blank && first - end - 1 <= column) {
        break;
      }
      end = lineEnd(end + 1);
      last = blank ? last : end;
    }
    return last;
  }
}
