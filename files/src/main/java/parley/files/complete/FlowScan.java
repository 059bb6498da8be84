package parley.files.complete;

/** Scans braces and brackets, as far as they go. */
final class FlowScan {

  private final Scan scan;
  private final String text;
  private final int limit;
  private final int indent;
  private final int depth;

  private FlowScan(Scan scan, int limit, int indent) {
    this.scan = scan;
    this.text = scan.text();
    this.limit = limit;
    this.indent = indent;
    this.depth = scan.depth();
  }

  /** Scans from an opening one; gives the index after its end, or the limit when it has none. */
  static int of(Scan scan, int at, int limit, int indent) {
    return new FlowScan(scan, limit, indent).from(at);
  }

  private int from(int start) {
    var at = start;
    while (at < limit) {
      at = part(at);
      if (scan.depth() == depth) {
        return at;
      }
    }
    if (scan.isIn(start + 1, limit)) {
      found(scan.offset(), scan.offset());
    }
    scan.popTo(depth);
    return limit;
  }

  private int part(int at) {
    var c = text.charAt(at);
    if (",]}".indexOf(c) >= 0 || Character.isWhitespace(c)) {
      if (scan.isIn(at, at) && scan.depth() > depth) {
        found(at, at);
      }
      between(c);
      return at + 1;
    }
    return switch (c) {
      case '{' -> {
        scan.push(Frame.map(Frame.FLOW));
        yield at + 1;
      }
      case '[' -> {
        scan.push(Frame.list(Frame.FLOW));
        yield at + 1;
      }
      case '#' -> lineEnd(at);
      default -> token(at);
    };
  }

  private int lineEnd(int at) {
    var end = text.indexOf('\n', at);
    return end < 0 ? limit : Math.min(end, limit);
  }

  private void between(char c) {
    switch (c) {
      case ',' -> scan.top().ifPresent(Frame::leave);
      case ']', '}' -> scan.pop();
      default -> {}
    }
  }

  private void found(int from, int to) {
    var inMap = scan.top().filter(top -> !top.isList()).isPresent();
    if (inMap && scan.top().filter(Frame::hasKey).isEmpty()) {
      scan.foundKey(Place.Part.FLOW, from, to, indent);
    } else {
      scan.found(inMap ? Place.Part.FLOW_VALUE : Place.Part.FLOW, from, indent);
    }
  }

  private int token(int at) {
    var end = tokenEnd(at);
    var written = LineScan.unquoted(text.substring(at, end));
    if (scan.isIn(at, end)) {
      found(at, end);
    }
    var top = scan.top().filter(one -> !one.isList() && !one.hasKey());
    if (top.isPresent()) {
      top.get().enter(written);
      var colon = end < limit && text.charAt(end) == ':';
      scan.seeKey(written);
      if (!colon) {
        top.get().leave();
      }
      return colon ? end + 1 : end;
    }
    scan.see(written);
    return end;
  }

  private int tokenEnd(int at) {
    var quote = text.charAt(at);
    var end = lineEnd(at);
    for (var index = at + 1; index < end; index++) {
      if ("\"'".indexOf(quote) >= 0) {
        if (text.charAt(index) == '\\' && quote == '"') {
          index++;
        } else if (text.charAt(index) == quote) {
          return index + 1;
        }
      } else if (endsPlain(index)) {
        return index;
      }
    }
    return end;
  }

  private boolean endsPlain(int index) {
    var c = text.charAt(index);
    var next = index + 1 < limit ? text.charAt(index + 1) : ' ';
    return ",[]{}".indexOf(c) >= 0 || (c == ':' && " ,]}\n\r".indexOf(next) >= 0);
  }
}
