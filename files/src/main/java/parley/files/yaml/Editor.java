package parley.files.yaml;

import java.util.List;
import parley.files.problem.Problems;

/**
 * Applies edits to the text of a document. Only the characters of what is edited change: comments,
 * blank lines, the order of keys, quotes and line ends elsewhere stay as they are.
 */
public final class Editor {

  private final YamlDocument document;
  private final String text;

  private Editor(YamlDocument document) {
    this.document = document;
    this.text = document.text();
  }

  /**
   * The document after an edit. What its text then says is read again and compared with what the
   * edit asks for.
   *
   * @throws IllegalArgumentException when the edit is about something that is not there, or about a
   *     plain scalar that needs quotes
   */
  public static YamlDocument apply(YamlDocument document, Edit edit) {
    var wanted = ValueEditor.apply(document.root().toValue(), edit);
    var problems = new Problems();
    var changed = document.source().withText(new Editor(document).edited(edit));
    var read = YamlReader.read(changed, problems);
    if (problems.count() > 0 || read.isEmpty() || !read.get().root().toValue().equals(wanted)) {
      throw new IllegalStateException(
          "an edit that says something else: " + edit + "\n" + changed.text());
    }
    return read.get();
  }

  private String edited(Edit edit) {
    return switch (edit) {
      case Edit.Put(var at, var value) -> put(at, value);
      case Edit.Add(var at, var value) -> add(node(at), at, value);
      case Edit.Remove(var at) -> remove(at);
      case Edit.Rename(var at, var name) ->
          replace(entry(at).key().span().start(), entry(at).key().span().end(), Layout.key(name));
    };
  }

  private Node node(Pointer at) {
    return at.in(document.root())
        .orElseThrow(() -> new IllegalArgumentException("nothing at " + at));
  }

  private Node.Entry entry(Pointer at) {
    if (node(at.parent()) instanceof Node.Mapping map) {
      return map.entry(ValueEditor.keyOf(at.last()))
          .orElseThrow(() -> new IllegalArgumentException("nothing at " + at));
    }
    throw new IllegalArgumentException("no map around " + at);
  }

  // set

  private String put(Pointer at, Value value) {
    if (at.in(document.root()).isEmpty()) {
      return addKey(node(at.parent()), at, value);
    }
    var node = node(at);
    if (node instanceof Node.Scalar old
        && value instanceof Value.Scalar scalar
        && !old.isNothing()) {
      var flow = inFlow(at);
      var written = Layout.likeBefore(scalar, old.style(), flow ? 0 : indent(at), flow);
      return replace(old.span().start(), end(old), written);
    }
    return inFlow(at) || at.isRoot() ? putInFlow(node, value) : putInBlock(node, at, value);
  }

  private String putInFlow(Node node, Value value) {
    var space = needsSpace(node) ? " " : "";
    return replace(node.span().start(), end(node), space + Layout.inline(value));
  }

  /** Nothing stands right after the colon or dash. */
  private boolean needsSpace(Node node) {
    var start = node.span().start();
    return start > 0
        && !Character.isWhitespace(text.charAt(start - 1))
        && "[{".indexOf(text.charAt(start - 1)) < 0;
  }

  private String putInBlock(Node node, Pointer at, Value value) {
    return switch (at.last()) {
      case Pointer.Part.Key key -> {
        var colon = text.indexOf(':', entry(at).key().span().end()) + 1;
        yield replace(colon, Math.max(colon, end(node)), Layout.afterKey(value, indent(at)));
      }
      case Pointer.Part.Index index -> {
        var dash = dash(at);
        yield replace(dash, Math.max(dash + 1, end(node)), Layout.item(value, column(dash)));
      }
    };
  }

  // add

  private String addKey(Node parent, Pointer at, Value value) {
    var key = Layout.key(ValueEditor.keyOf(at.last()));
    if (!(parent instanceof Node.Mapping map)) {
      throw new IllegalArgumentException("no map around " + at);
    }
    if (map.flow() || map.entries().isEmpty()) {
      var shown = Layout.inline(value);
      return addInFlow(
          map.entries().isEmpty(),
          map,
          lastEnd(map),
          "{ ",
          key + ":" + (shown.isEmpty() ? "" : " " + shown),
          " }");
    }
    var indent = column(map.entries().getFirst().key().span().start());
    return insertLine(
        afterLines(map), " ".repeat(indent) + key + ":" + Layout.afterKey(value, indent));
  }

  private String add(Node parent, Pointer at, Value value) {
    if (!(parent instanceof Node.Sequence list)) {
      throw new IllegalArgumentException("no list at " + at);
    }
    if (list.flow() || list.items().isEmpty()) {
      return addInFlow(list.items().isEmpty(), list, lastEnd(list), "[", Layout.inline(value), "]");
    }
    var indent = column(list.span().start());
    return insertLine(afterLines(list), " ".repeat(indent) + Layout.item(value, indent));
  }

  private String addInFlow(
      boolean empty, Node node, int lastEnd, String open, String part, String close) {
    return empty
        ? replace(node.span().start(), node.span().end(), open + part + close)
        : replace(lastEnd, lastEnd, ", " + part);
  }

  private int lastEnd(Node node) {
    return switch (node) {
      case Node.Mapping map when !map.entries().isEmpty() -> entryEnd(map.entries().getLast());
      case Node.Sequence list when !list.items().isEmpty() -> list.items().getLast().span().end();
      case Node other -> other.span().end();
    };
  }

  private static int entryEnd(Node.Entry entry) {
    return Math.max(entry.key().span().end(), entry.value().span().end());
  }

  private String insertLine(int index, String line) {
    var before = text.substring(0, index);
    var newline = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
    return replace(index, index, newline + line + "\n");
  }

  // remove

  private String remove(Pointer at) {
    var parent = node(at.parent());
    return switch (parent) {
      case Node.Mapping map when map.entries().size() == 1 ->
          put(at.parent(), new Value.Members(List.of()));
      case Node.Sequence list when list.items().size() == 1 ->
          put(at.parent(), new Value.Items(List.of()));
      case Node.Mapping map -> removeKey(map, map.entries().indexOf(entry(at)));
      case Node.Sequence list -> removeItem(list, at, list.items().indexOf(node(at)));
      case Node.Scalar scalar -> throw new IllegalArgumentException("nothing at " + at);
    };
  }

  private String removeKey(Node.Mapping map, int index) {
    var entry = map.entries().get(index);
    var start = entry.key().span().start();
    if (map.flow()) {
      return index > 0
          ? replace(entryEnd(map.entries().get(index - 1)), entryEnd(entry), "")
          : replace(start, map.entries().get(1).key().span().start(), "");
    }
    return beginsLine(start)
        ? replace(
            document.source().lineStart(start), afterLines(entry.value(), entryEnd(entry)), "")
        : replace(start, map.entries().get(index + 1).key().span().start(), "");
  }

  private String removeItem(Node.Sequence list, Pointer at, int index) {
    var item = list.items().get(index);
    if (list.flow()) {
      return index > 0
          ? replace(list.items().get(index - 1).span().end(), item.span().end(), "")
          : replace(item.span().start(), list.items().get(1).span().start(), "");
    }
    var dash = dash(at);
    return beginsLine(dash)
        ? replace(document.source().lineStart(dash), afterLines(item), "")
        : replace(dash, dash(at.parent().at(index + 1)), "");
  }

  // places

  private boolean beginsLine(int index) {
    return text.substring(document.source().lineStart(index), index).isBlank();
  }

  /** After the last line that a node takes, with a comment at its end. */
  private int afterLines(Node node) {
    return afterLines(node, end(node));
  }

  private int afterLines(Node node, int end) {
    return endsWithBlock(node)
        ? node.span().end()
        : document.source().lineEnd(Math.max(end, trimmed(node, end)));
  }

  private static boolean endsWithBlock(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> scalar.style().isBlock();
      case Node.Sequence list -> !list.flow() && endsWithBlock(list.items().getLast());
      case Node.Mapping map -> !map.flow() && endsWithBlock(map.entries().getLast().value());
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
  private int end(Node node) {
    return endsWithBlock(node) ? trimmed(node, node.span().end()) : node.span().end();
  }

  /** Whether the value stands in braces or brackets, where there are no lines. */
  private boolean inFlow(Pointer at) {
    for (var way = at; !way.isRoot(); way = way.parent()) {
      if (isFlow(node(way.parent()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFlow(Node node) {
    return switch (node) {
      case Node.Mapping map -> map.flow();
      case Node.Sequence list -> list.flow();
      case Node.Scalar scalar -> false;
    };
  }

  /** The column of the key or dash that the value stands after. */
  private int indent(Pointer at) {
    if (at.isRoot()) {
      return 0;
    }
    return switch (at.last()) {
      case Pointer.Part.Key key -> column(entry(at).key().span().start());
      case Pointer.Part.Index index -> column(dash(at));
    };
  }

  private int column(int index) {
    return index - document.source().lineStart(index);
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

  private String replace(int from, int to, String written) {
    var newline = text.contains("\r\n") ? "\r\n" : "\n";
    return text.substring(0, from) + written.replace("\n", newline) + text.substring(to);
  }
}
