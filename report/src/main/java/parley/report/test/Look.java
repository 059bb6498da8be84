package parley.report.test;

import java.nio.file.Path;
import parley.model.collection.Position;
import parley.report.Palette;
import parley.report.Palette.Ink;
import parley.report.Redaction;
import parley.report.Visible;

/**
 * How tests are shown.
 *
 * @param columns how wide a line may be; {@link #MIN_COLUMNS} at least
 * @param redaction of all that is shown
 * @param base the folder that files are shown relative to, when they are below it
 */
public record Look(Palette palette, int columns, Redaction redaction, Path base) {

  /** Wider lines are no easier to read. */
  public static final int MAX_COLUMNS = 120;

  /** Narrower ones say too little. */
  public static final int MIN_COLUMNS = 40;

  public Look {
    columns = Math.clamp(columns, MIN_COLUMNS, MAX_COLUMNS);
    base = base.toAbsolutePath().normalize();
  }

  String paint(Ink ink, String text) {
    return palette.paint(ink, text);
  }

  /** Any text on one line, without secrets and without what a terminal would obey. */
  String line(String text) {
    return Visible.line(redaction.in(text));
  }

  /** A file as a person would write it where the program was started. */
  public String file(Path file) {
    var whole = file.toAbsolutePath().normalize();
    var shown = whole.startsWith(base) ? base.relativize(whole) : whole;
    return line(shown.toString());
  }

  /** Such as {@code orders/subscribe.ws.yaml:12}, which editors and terminals open. */
  String place(Position at) {
    return file(at.file()) + ":" + at.line();
  }
}
