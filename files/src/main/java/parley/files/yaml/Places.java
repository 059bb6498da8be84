package parley.files.yaml;

/**
 * Where the parts of a document stand in its text, as a person sees them: lines with their comments
 * rather than nodes.
 */
final class Places {

  private final YamlDocument document;
  private final String text;

  Places(YamlDocument document) {
    this.document = document;
    this.text = document.text();
  }

  String text() {
    return text;
  }

  Node node(Pointer at) {
    return at.in(document.root())
        .orElseThrow(() -> new IllegalArgumentException("nothing at " + at));
  }

  Node.Entry entry(Pointer at) {
    if (node(at.parent()) instanceof Node.Mapping map) {
      return map.entry(ValueEditor.keyOf(at.last()))
          .orElseThrow(() -> new IllegalArgumentException("nothing at " + at));
    }
    throw new IllegalArgumentException("no map around " + at);
  }

  /** The text with a stretch of it replaced. */
  String replace(int from, int to, String written) {
    var newline = text.contains("\r\n") ? "\r\n" : "\n";
    return text.substring(0, from) + written.replace("\n", newline) + text.substring(to);
  }

  boolean isFlow(Pointer at) {
    return switch (node(at)) {
      case Node.Mapping map -> map.flow();
      case Node.Sequence list -> list.flow();
      case Node.Scalar _ -> false;
    };
  }

  /** Whether the value stands in braces or brackets, where there are no lines. */
  boolean inFlow(Pointer at) {
    for (var way = at; !way.isRoot(); way = way.parent()) {
      if (isFlow(way.parent())) {
        return true;
      }
    }
    return false;
  }

  // parts of a map or list

  int count(Pointer at) {
    return switch (node(at)) {
      case Node.Mapping map -> map.entries().size();
      case Node.Sequence list -> list.items().size();
      case Node.Scalar _ -> 0;
    };
  }

  /** The way to a part, by where it stands. */
  Pointer part(Pointer at, int index) {
    return node(at) instanceof Node.Mapping map
        ? at.key(map.entries().get(index).name())
        : at.at(index);
  }

  int indexOf(Pointer part) {
    return switch (part.last()) {
      case Pointer.Part.Index(var index) -> index;
      case Pointer.Part.Key _ ->
          node(part.parent()) instanceof Node.Mapping map ? map.entries().indexOf(entry(part)) : 0;
    };
  }

  /** Where a part begins: its key or dash, or in brackets the item itself. */
  int start(Pointer part) {
    return switch (part.last()) {
      case Pointer.Part.Key _ -> entry(part).key().span().start();
      case Pointer.Part.Index _ -> isFlow(part.parent()) ? node(part).span().start() : dash(part);
    };
  }

  /** Where a part in braces or brackets ends. */
  int flowEnd(Pointer part) {
    var end = node(part).span().end();
    return part.last() instanceof Pointer.Part.Key
        ? Math.max(entry(part).key().span().end(), end)
        : end;
  }

  /** After the last line that a part in lines takes. */
  int linesEnd(Pointer part) {
    return afterLines(node(part), Math.max(keyEnd(part), end(node(part))));
  }

  private int keyEnd(Pointer part) {
    return part.last() instanceof Pointer.Part.Key
        ? entry(part).key().span().end()
        : start(part) + 1;
  }

  /** Where the comments begin that stand right above a part that begins its line. */
  int leadStart(Pointer part) {
    var start = start(part);
    var lead = document.source().lineStart(start);
    var indent = text.substring(lead, start);
    while (lead > 0) {
      var above = document.source().lineStart(lead - 1);
      if (!text.startsWith(indent + "#", above)) {
        break;
      }
      lead = above;
    }
    return lead;
  }

  // lines

  boolean beginsLine(int index) {
    return text.substring(document.source().lineStart(index), index).isBlank();
  }

  int lineStart(int index) {
    return document.source().lineStart(index);
  }

  int lineEnd(int index) {
    return document.source().lineEnd(index);
  }

  int column(int index) {
    return index - document.source().lineStart(index);
  }

  /** After the last line that a node takes, with a comment at its end. */
  int afterLines(Node node) {
    return afterLines(node, end(node));
  }

  private int afterLines(Node node, int end) {
    return keepsEmptyLines(node)
        ? node.span().end()
        : document.source().lineEnd(Math.max(end, trimmed(node, end)));
  }

  /** Whether the node ends with a block after {@code |+}, to which the empty lines below belong. */
  private boolean keepsEmptyLines(Node node) {
    return lastOf(node) instanceof Node.Scalar block
        && block.style().isBlock()
        && header(block).contains("+");
  }

  /** The {@code |} of a block, with what says how it is read. */
  private String header(Node.Scalar block) {
    var start = block.span().start();
    return text.substring(start, lineEnd(start)).replaceFirst("\\s.*", "").strip();
  }

  private static boolean endsWithBlock(Node node) {
    return lastOf(node) instanceof Node.Scalar scalar && scalar.style().isBlock();
  }

  /** The innermost node that the lines of a node end with. */
  private static Node lastOf(Node node) {
    return switch (node) {
      case Node.Sequence list when !list.flow() && !list.items().isEmpty() ->
          lastOf(list.items().getLast());
      case Node.Mapping map when !map.flow() && !map.entries().isEmpty() ->
          lastOf(map.entries().getLast().value());
      case Node other -> other;
    };
  }

  private int trimmed(Node node, int end) {
    var last = end;
    while (last > node.span().start() && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return last;
  }

  /** The end without the line end that a block at the end takes with it. */
  int end(Node node) {
    return endsWithBlock(node) ? trimmed(node, node.span().end()) : node.span().end();
  }

  /** The column of the key or dash that the value stands after. */
  int indent(Pointer at) {
    return at.isRoot() ? 0 : column(start(at));
  }

  /** The dash of an item: the list begins with the first one, each other begins its line. */
  private int dash(Pointer at) {
    var list = node(at.parent());
    if (at.last() instanceof Pointer.Part.Index(var index) && index == 0) {
      return list.span().start();
    }
    var column = column(list.span().start());
    var start = document.source().lineStart(node(at).span().start());
    while (!text.startsWith("-", start + column) || !beginsLine(start + column)) {
      if (start == 0) {
        throw new IllegalStateException("no dash before " + at);
      }
      start = document.source().lineStart(start - 1);
    }
    return start + column;
  }
}
