package parley.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import parley.engine.path.JsonPath;
import parley.engine.path.PathReader;
import parley.engine.path.PathReading;
import parley.model.value.Decimal;
import parley.model.value.Value;

/** Cuts an expression into words; the first problem ends it. */
final class Lexer {

  private static final List<String> SYMBOLS =
      List.of(
          "&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "+", "-", "*", "/", "%", "?", ":", "(",
          ")", "[", "]", "{", "}", ",", ".");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private @Nullable Problem problem;

  Lexer(String text) {
    this.text = text;
  }

  /** What was wrong, after {@link #tokens}. */
  Optional<Problem> problem() {
    return Optional.ofNullable(problem);
  }

  /** All words, and the end. */
  List<Token> tokens() {
    skip(Character::isWhitespace);
    while (at < text.length()) {
      tokens.add(token(text.charAt(at)));
      skip(Character::isWhitespace);
    }
    tokens.add(new Token.End(at));
    return tokens;
  }

  private Token token(char first) {
    if (first == '$') {
      return pathOrDynamic();
    }
    if (first >= '0' && first <= '9') {
      return number();
    }
    if (first == '"' || first == '\'') {
      return string(at, false);
    }
    if (text.startsWith("r\"", at) || text.startsWith("r'", at)) {
      return string(at++, true);
    }
    return isNameStart(first) ? new Token.Name(at, skip(Lexer::isNamePart)) : symbol();
  }

  private static boolean isNameStart(int c) {
    return Character.isLetter(c) || c == '_';
  }

  private static boolean isNamePart(int c) {
    return isNameStart(c) || (c >= '0' && c <= '9');
  }

  private String skip(IntPredicate wanted) {
    var from = at;
    while (at < text.length() && wanted.test(text.charAt(at))) {
      at++;
    }
    return text.substring(from, at);
  }

  private Token symbol() {
    var from = at;
    for (var symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        at += symbol.length();
        return new Token.Symbol(from, symbol);
      }
    }
    var found = Character.toString(text.codePointAt(at));
    return fail(from, "found %s, which no expression has".formatted(found), symbolHint(found));
  }

  private static String symbolHint(String found) {
    return switch (found) {
      case "=" -> "equality is written ==";
      case "&" -> "and is written &&";
      case "|" -> "or is written ||";
      default -> "";
    };
  }

  private Token fail(int place, String message, String hint) {
    problem = new Problem(place, message, hint);
    at = text.length();
    return new Token.End(place);
  }

  private Token pathOrDynamic() {
    var from = at;
    if (at + 1 < text.length() && isNameStart(text.charAt(at + 1))) {
      at++;
      return new Token.Dynamic(from, skip(Lexer::isNamePart));
    }
    return switch (PathReader.readFrom(text, at)) {
      case PathReading.Read read -> path(from, read.path(), read.end());
      case PathReading.Wrong wrong -> fail(wrong.at(), wrong.text(), "");
    };
  }

  private Token path(int from, JsonPath path, int end) {
    at = end;
    return new Token.Path(from, path);
  }

  private Token number() {
    var from = at;
    skip(c -> isNamePart(c) || c == '.');
    // The sign of an exponent.
    if (at < text.length() && "eE".indexOf(text.charAt(at - 1)) >= 0 && isSign(text.charAt(at))) {
      at++;
      skip(Lexer::isNamePart);
    }
    var written = text.substring(from, at);
    return Decimal.parse(written)
        .<Token>map(number -> new Token.Literal(from, number, written))
        .orElseGet(() ->
            fail(
                from,
                "found %s, expected a number such as 12, 1.50 or 1e3".formatted(written),
                isNameStart(written.charAt(written.length() - 1))
                    ? "names begin with a letter, durations are texts: duration(\"5s\")"
                    : ""));
  }

  private static boolean isSign(char c) {
    return c == '+' || c == '-';
  }

  private Token string(int from, boolean raw) {
    var quote = text.charAt(at++);
    var string = new StringBuilder();
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\' && !raw) {
        string.append(escape());
      } else {
        string.append(text.charAt(at++));
      }
    }
    if (problem != null) {
      return new Token.End(problem.at());
    }
    if (at == text.length()) {
      return fail(from, "found a text without its closing " + quote, "");
    }
    at++;
    return new Token.Literal(from, Value.of(string.toString()), text.substring(from, at));
  }

  private String escape() {
    var letter = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    var index = "\\\"'/bfnrt".indexOf(letter);
    if (index >= 0) {
      at += 2;
      return "\\\"'/\b\f\n\r\t".substring(index, index + 1);
    }
    var hex = text.substring(Math.min(at + 2, text.length()), Math.min(at + 6, text.length()));
    if (letter == 'u' && hex.matches("[0-9a-fA-F]{4}")) {
      at += 6;
      return String.valueOf((char) Integer.parseInt(hex, 16));
    }
    fail(
        at,
        "found \\" + letter + ", expected one of \\\\ \\\" \\' \\/ \\b \\f \\n \\r \\t \\uXXXX",
        "in r'...' nothing is escaped");
    return "";
  }
}
