package parley.workspace.data;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated values (RFC 4180): a field in quotes may hold commas, line ends and doubled
 * quotes. Lines end with CRLF or LF; an empty line is no record.
 */
final class Csv {

  /** A field, and whether it stood in quotes. */
  record Field(String text, boolean quoted) {}

  /** A line's fields; {@code line} is where it begins, from 1. */
  record Row(int line, List<Field> fields) {}

  /** Where a quote is wrong, and how. */
  record Fault(int line, int column, String found, String expected) {}

  /** All rows, and the fault that ended the reading. */
  record Reading(List<Row> rows, @Nullable Fault faultOrNull) {}

  private final String text;
  private final List<Row> rows = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;
  private @Nullable Fault fault;

  private Csv(String text) {
    this.text = text;
  }

  static Reading read(String text) {
    var csv = new Csv(text);
    while (csv.at < text.length() && csv.fault == null) {
      csv.row();
    }
    return new Reading(List.copyOf(csv.rows), csv.fault);
  }

  private void row() {
    var began = line;
    var fields = new ArrayList<Field>();
    do {
      fields.add(field());
    } while (fault == null && take(','));
    endOfLine();
    var empty = fields.size() == 1 && fields.getFirst().equals(new Field("", false));
    if (fault == null && !empty) {
      rows.add(new Row(began, List.copyOf(fields)));
    }
  }

  private boolean take(char wanted) {
    var there = at < text.length() && text.charAt(at) == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private void endOfLine() {
    if (at < text.length() && fault == null) {
      var _ = take('\r');
      if (take('\n')) {
        newLine();
      }
    }
  }

  private void newLine() {
    line++;
    lineStart = at;
  }

  private Field field() {
    return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
  }

  private Field plain() {
    var start = at;
    while (at < text.length() && !isEnd(text.charAt(at))) {
      if (text.charAt(at) == '"') {
        fault = fault("a quote within a field", "the whole field in quotes, `\"\"` for each in it");
        return new Field("", false);
      }
      at++;
    }
    return new Field(text.substring(start, at), false);
  }

  private boolean isEnd(char c) {
    return c == ',' || c == '\n' || (c == '\r' && text.startsWith("\r\n", at));
  }

  private Field quoted() {
    var opening = fault("a quote that is not closed", "a `\"` at the field's end");
    var out = new StringBuilder();
    at++;
    while (at < text.length()) {
      var c = text.charAt(at++);
      if (c != '"') {
        out.append(c);
        if (c == '\n') {
          newLine();
        }
      } else if (!take('"')) {
        return closed(out.toString());
      } else {
        out.append('"');
      }
    }
    fault = opening;
    return new Field("", true);
  }

  private Field closed(String field) {
    if (at < text.length() && !isEnd(text.charAt(at))) {
      fault = fault("text behind the closing quote", "a comma or the end of the line");
    }
    return new Field(field, true);
  }

  private Fault fault(String found, String expected) {
    return new Fault(line, at - lineStart + 1, found, expected);
  }
}
