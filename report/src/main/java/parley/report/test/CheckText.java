package parley.report.test;

import java.util.List;
import java.util.stream.Collectors;
import parley.model.outcome.CheckOutcome;
import parley.report.Columns;
import parley.report.Palette.Ink;

/** A statement that does not hold: its subject and place, and what was expected against found. */
final class CheckText {

  private static final int MAX_DIFF = 24;

  private final Look look;
  private final String indent;
  private final StringBuilder out = new StringBuilder();

  private CheckText(Look look, String indent) {
    this.look = look;
    this.indent = indent;
  }

  /** Lines, each ended. */
  static String of(CheckOutcome check, Look look, String indent) {
    var text = new CheckText(look, indent);
    text.head(check);
    check.message().ifPresent(text::message);
    JsonDiff.of(check, look.redaction()).ifPresentOrElse(text::diff, () -> text.sides(check));
    return text.out.toString();
  }

  private void head(CheckOutcome check) {
    var place = look.place(check.at());
    var room = look.columns() - indent.length() - Columns.width(place) - 2;
    var subject = Columns.head(look.line(check.subject()), Math.max(12, room));
    out.append(indent).append(look.paint(Ink.STRONG, subject));
    out.append("  ").append(look.paint(Ink.FAINT, place)).append('\n');
  }

  /** What the author of the check says, which people read first. */
  private void message(String message) {
    var room = look.columns() - indent.length() - 2;
    out.append(indent).append("  ").append(Columns.head(look.line(message), room)).append('\n');
  }

  private void sides(CheckOutcome check) {
    side("expected", Ink.GOOD, look.line(check.expected()));
    side(
        check.verdict() == CheckOutcome.Verdict.BROKEN ? "broken" : "found",
        Ink.BAD,
        look.line(check.found()));
  }

  private void side(String name, Ink ink, String text) {
    var room = look.columns() - indent.length() - 12;
    out.append(indent).append("  ").append(look.paint(Ink.FAINT, Columns.left(name, 10)));
    out.append(look.paint(ink, Columns.head(text, room))).append('\n');
  }

  private void diff(List<JsonDiff.Line> lines) {
    out.append(indent).append("  ");
    out.append(look.paint(Ink.GOOD, "− expected")).append("  ");
    out.append(look.paint(Ink.BAD, "+ found")).append('\n');
    out.append(lines.stream().limit(MAX_DIFF).map(this::line).collect(Collectors.joining()));
    if (lines.size() > MAX_DIFF) {
      var more = "… " + (lines.size() - MAX_DIFF) + " lines more";
      out.append(indent).append("    ").append(look.paint(Ink.FAINT, more)).append('\n');
    }
  }

  private String line(JsonDiff.Line line) {
    var before = indent + "  ";
    var text = "  ".repeat(line.depth()) + look.line(line.text());
    var shown = Columns.head(text, look.columns() - before.length() - 2);
    return before
        + switch (line.side()) {
          case BOTH -> "  " + shown;
          case EXPECTED -> look.paint(Ink.GOOD, "− " + shown);
          case FOUND -> look.paint(Ink.BAD, "+ " + shown);
          case SAME -> "  " + look.paint(Ink.FAINT, shown);
        }
        + "\n";
  }
}
