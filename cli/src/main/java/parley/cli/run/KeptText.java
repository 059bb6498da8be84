package parley.cli.run;

import parley.report.Palette.Ink;
import parley.report.test.Look;
import parley.workspace.Places;
import parley.workspace.snapshot.Saved;

/** What became of a snapshot, on a line, and below it what to look at. */
final class KeptText {

  private KeptText() {}

  /** Lines, each ended; none when nothing has changed. */
  static String of(Saved saved, Look look) {
    var place = look.redaction().in(Places.shown(saved.snapshot()).toString());
    var text = look.redaction().in(saved.text());
    var notices = new StringBuilder();
    saved
        .notices()
        .forEach(one ->
            notices
                .append("    ")
                .append(look.palette().paint(Ink.WARNING, look.redaction().in(one)))
                .append('\n'));
    return switch (saved.state()) {
      case RECORDED -> line(Ink.GOOD, "recorded", place, text, look) + notices;
      case UPDATED -> line(Ink.GOOD, "updated", place, text, look) + notices;
      case UNCHANGED -> "";
      case INCOMPLETE -> line(Ink.WARNING, "not compared", place, text, look);
      case FAILED -> line(Ink.BAD, "not kept", place, text, look);
    };
  }

  private static String line(Ink ink, String word, String place, String text, Look look) {
    return "  "
        + look.palette().paint(ink, word)
        + " "
        + place
        + look.palette().paint(Ink.FAINT, text.isEmpty() ? "" : " · " + text)
        + "\n";
  }
}
