package parley.runner.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pattern of two texts that differ in numbers and ids within them only. */
final class Embedded {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<uuid>(?i:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))"
              + "|(?<time>\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d[\\d:.,]*(?:Z|[-+]\\d\\d:?\\d\\d)?)"
              + "|(?<hex>\\b(?=\\w*\\d)[0-9a-fA-F]{8,}\\b)"
              + "|(?<number>\\d+)");

  private Embedded() {}

  /** A piece of a text; {@code pattern} is empty for what stands between numbers and ids. */
  private record Piece(String text, String pattern) {}

  /** The whole of either text matches it; nothing when they differ in other ways. */
  static Optional<String> pattern(String one, String other) {
    var left = pieces(one);
    var right = pieces(other);
    if (left.size() != right.size() || left.size() < 2) {
      return Optional.empty();
    }
    var pattern = new StringBuilder("^");
    for (var i = 0; i < left.size(); i++) {
      var piece = left.get(i);
      if (piece.text().equals(right.get(i).text())) {
        pattern.append(escaped(piece.text()));
      } else if (!piece.pattern().isEmpty() && piece.pattern().equals(right.get(i).pattern())) {
        pattern.append(piece.pattern());
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(pattern.append('$').toString());
  }

  private static List<Piece> pieces(String text) {
    var pieces = new ArrayList<Piece>();
    var match = TOKEN.matcher(text);
    var from = 0;
    while (match.find()) {
      if (match.start() > from) {
        pieces.add(new Piece(text.substring(from, match.start()), ""));
      }
      pieces.add(new Piece(match.group(), patternOf(match)));
      from = match.end();
    }
    if (from < text.length()) {
      pieces.add(new Piece(text.substring(from), ""));
    }
    return pieces;
  }

  private static String patternOf(Matcher match) {
    if (match.group("uuid") != null) {
      return "[0-9a-fA-F-]{36}";
    }
    if (match.group("time") != null) {
      return "[0-9T:.,Z +-]+";
    }
    return match.group("hex") != null ? "[0-9a-fA-F]+" : "\\d+";
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\\\^$.|?*+()\\[\\]{}]", "\\\\$0");
  }
}
