package parley.files.layout;

import java.util.regex.Pattern;
import parley.files.yaml.Node;
import parley.files.yaml.YamlDocument;

/** Finds how far each line moves, so that each level stands two spaces right of the one around. */
final class Indents {

  /** Spaces from a level to the next. */
  static final int STEP = 2;

  private static final Pattern SAYS_ITS_INDENT = Pattern.compile("[|>][+-]?[1-9].*");
  private static final Pattern KEEPS_ITS_END = Pattern.compile("[|>][1-9]?[+].*");

  private final String text;
  private final Lines lines;

  private Indents(String text, Lines lines) {
    this.text = text;
    this.lines = lines;
  }

  static Lines of(YamlDocument document) {
    var indents = new Indents(document.text(), new Lines(document.text()));
    indents.place(document.root(), -STEP, 0);
    new Comments(indents.lines).place();
    return indents.lines;
  }

  /**
   * Moves a node's lines.
   *
   * @param column where the key or dash that it stands after will be
   * @param shift how far that has moved
   */
  private void place(Node node, int column, int shift) {
    switch (node) {
      case Node.Mapping map when !map.flow() && !map.entries().isEmpty() ->
          placeEntries(map, column + STEP);
      case Node.Sequence list when !list.flow() && !list.items().isEmpty() ->
          placeItems(list, column + STEP);
      case Node.Mapping map -> {
        inside(map, shift);
        map.entries().forEach(entry -> inFlow(entry.value(), shift));
      }
      case Node.Sequence list -> {
        inside(list, shift);
        list.items().forEach(item -> inFlow(item, shift));
      }
      case Node.Scalar scalar when scalar.style().isBlock() -> block(scalar, column, shift);
      case Node.Scalar scalar -> text(scalar, shift);
    }
  }

  private void placeEntries(Node.Mapping map, int column) {
    var shift = column - lines.column(map.entries().getFirst().key().span().start());
    for (var entry : map.entries()) {
      first(entry.key().span().start(), shift);
      first(entry.value().span().start(), shift);
      place(entry.value(), column, shift);
    }
  }

  private void placeItems(Node.Sequence list, int column) {
    var old = lines.column(list.span().start());
    for (var item : list.items()) {
      first(item.span().start(), column - old);
      dash(item.span().start(), old, column - old);
      place(item, column, column - old);
    }
  }

  /** The line of an item's dash: its own, or one above with nothing but comments between. */
  private void dash(int item, int column, int shift) {
    var line = lines.of(item);
    while (line > 0 && (lines.isFirst(item) || line != lines.of(item)) && !hasDash(line, column)) {
      line--;
    }
    var index = lines.start(line) + column;
    if (hasDash(line, column) && lines.isFirst(index)) {
      lines.set(line, Lines.Kind.PART, shift);
    }
  }

  private boolean hasDash(int line, int column) {
    return !lines.isComment(line) && lines.content(line).startsWith("-", column);
  }

  /** A line moves with what it begins with. */
  private void first(int index, int shift) {
    if (index < text.length() && lines.isFirst(index)) {
      lines.set(lines.of(index), Lines.Kind.PART, shift);
    }
  }

  private void inside(Node node, int shift) {
    for (var line = lines.of(node.span().start()) + 1; within(line, node.span().end()); line++) {
      lines.set(line, Lines.Kind.PART, shift);
    }
  }

  private boolean within(int line, int end) {
    return line < lines.count() && lines.start(line) < end;
  }

  private void inFlow(Node node, int shift) {
    switch (node) {
      case Node.Mapping map -> map.entries().forEach(entry -> inFlow(entry.value(), shift));
      case Node.Sequence list -> list.items().forEach(item -> inFlow(item, shift));
      case Node.Scalar scalar -> text(scalar, shift);
    }
  }

  private void text(Node.Scalar scalar, int shift) {
    var from = lines.of(scalar.span().start()) + 1;
    for (var line = from; within(line, scalar.span().end()); line++) {
      lines.set(line, Lines.Kind.TEXT, shift);
    }
  }

  private void block(Node.Scalar scalar, int column, int shift) {
    var head = lines.of(scalar.span().start());
    var header = text.substring(scalar.span().start(), lines.end(head));
    var margin = margin(head + 1, scalar.span().end());
    var move = SAYS_ITS_INDENT.matcher(header).matches() ? shift : column + STEP - margin;
    var last = last(head, scalar.span().end(), margin, KEEPS_ITS_END.matcher(header).matches());
    for (var line = head + 1; line <= last; line++) {
      lines.setBlock(line, margin, move);
    }
  }

  private int margin(int from, int end) {
    for (var line = from; within(line, end); line++) {
      if (!lines.isBlank(line)) {
        return lines.indent(line);
      }
    }
    return 0;
  }

  /** The last line of a block: empty ones belong to it only when it says so. */
  private int last(int head, int end, int margin, boolean keepsEmpty) {
    var last = head;
    for (var line = head + 1; within(line, end); line++) {
      if (keepsEmpty || !lines.isBlank(line) || lines.content(line).length() > margin) {
        last = line;
      }
    }
    return last;
  }
}
