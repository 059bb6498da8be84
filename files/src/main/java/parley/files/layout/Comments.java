package parley.files.layout;

/** Moves comments on lines of their own with what they speak of: the next line, or those above. */
record Comments(Lines lines) {

  void place() {
    for (var line = 0; line < lines.count(); line++) {
      if (lines.kind(line) == Lines.Kind.LOOSE && lines.isComment(line)) {
        lines.setShift(line, outsideOfBlock(line, shift(line)));
      }
    }
  }

  private int shift(int comment) {
    var indent = lines.indent(comment);
    var next = next(comment);
    if (next >= 0 && indent <= lines.indent(next)) {
      return lines.shift(next);
    }
    for (var line = comment - 1; line >= 0; line--) {
      if (lines.kind(line) == Lines.Kind.PART && lines.indent(line) <= indent) {
        return lines.shift(line);
      }
    }
    return 0;
  }

  /** What stands below a block as deep as its lines would be one of them. */
  private int outsideOfBlock(int comment, int shift) {
    var above = comment - 1;
    while (above > 0 && lines.kind(above) == Lines.Kind.LOOSE) {
      above--;
    }
    if (above < 0 || lines.kind(above) != Lines.Kind.BLOCK) {
      return shift;
    }
    var margin = lines.margin(above) + lines.shift(above);
    var indent = lines.indent(comment);
    return indent + shift < margin ? shift : Math.max(0, margin - Indents.STEP) - indent;
  }

  private int next(int comment) {
    for (var line = comment + 1; line < lines.count(); line++) {
      if (lines.kind(line) == Lines.Kind.PART) {
        return line;
      }
    }
    return -1;
  }
}
