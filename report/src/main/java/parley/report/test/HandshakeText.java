package parley.report.test;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import parley.model.outcome.Numbered;
import parley.model.outcome.StepOutcome;
import parley.model.outcome.TestOutcome;
import parley.model.transcript.Entry;
import parley.report.Columns;
import parley.report.Palette;
import parley.report.Palette.Ink;
import parley.report.TranscriptText;

/** The handshakes of a test, each told once, below the first step in whose time it was. */
final class HandshakeText {

  private static final int INDENT = 6;
  private static final TranscriptText PLAIN = TranscriptText.of(Palette.PLAIN, ZoneOffset.UTC);

  private final Look look;
  private final TestOutcome test;
  private final Set<Long> told = new HashSet<>();

  HandshakeText(Look look, TestOutcome test) {
    this.look = look;
    this.test = test;
  }

  /** Lines, each ended. */
  String of(StepOutcome step) {
    var out = new StringBuilder();
    test.transcript().stream()
        .filter(one -> isHandshake(one) && isWithin(one.entry(), step) && told.add(one.number()))
        .forEach(one -> out.append(lines(one.entry(), INDENT + 2 * step.depth())));
    return out.toString();
  }

  private static boolean isHandshake(Numbered one) {
    return switch (one.entry()) {
      case Entry.HandshakeSent _, Entry.HandshakeReceived _ -> true;
      case Entry.Opened(var _, var open) -> open.evidence().way().token().isPresent();
      case Entry _ -> false;
    };
  }

  private static boolean isWithin(Entry entry, StepOutcome step) {
    var at = entry.at().elapsed();
    return at.compareTo(step.began()) >= 0 && at.compareTo(step.ended()) <= 0;
  }

  private String lines(Entry entry, int indent) {
    var out = new StringBuilder();
    var text = look.redaction().in(PLAIN.of(entry));
    for (var line : text.lines().filter(line -> line.length() > 1).toList()) {
      var shown = Columns.head(line, look.columns() - indent);
      out.append(" ".repeat(indent)).append(look.paint(Ink.FAINT, shown)).append('\n');
    }
    return out.toString();
  }
}
