package parley.cli.prompt;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Takes a line as it is typed, without quoting or escapes; JSON that is unfinished goes on in the
 * next line.
 */
final class LineParser implements Parser {

  /** Words for completion: what stands before the last space, and what comes after it. */
  private record Line(String line, int cursor, List<String> words, int wordIndex, int wordCursor)
      implements CompletingParsedLine {

    @Override
    public String word() {
      return words.get(wordIndex);
    }

    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
      return candidate;
    }

    @Override
    public int rawWordCursor() {
      return wordCursor;
    }

    @Override
    public int rawWordLength() {
      return word().length();
    }
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    if (context == ParseContext.ACCEPT_LINE && JsonBalance.isUnfinished(line)) {
      throw new EOFError(-1, cursor, "JSON goes on");
    }
    var typed = line.substring(0, cursor);
    var start = typed.lastIndexOf(' ') + 1;
    var words =
        start == 0
            ? List.of(typed)
            : List.of(typed.substring(0, start - 1), typed.substring(start));
    return new Line(line, cursor, words, words.size() - 1, cursor - start);
  }

  @Override
  public boolean isEscapeChar(char c) {
    return false;
  }
}
