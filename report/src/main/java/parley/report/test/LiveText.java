package parley.report.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.report.Amounts;
import parley.report.Columns;
import parley.report.Palette.Ink;

/**
 * What goes on at the moment, as lines at the foot of a terminal that are drawn again and again.
 */
public final class LiveText {

  private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
  private static final int MAX_LINES = 8;

  private LiveText() {}

  /**
   * A test that is running.
   *
   * @param step what it does, empty when nothing yet
   */
  public record Running(String title, String step, Duration since) {}

  /**
   * The lines, none of which is wider than the terminal.
   *
   * @param frame which picture of the spinner, any number
   * @param planned how many tests there are in all
   */
  public static List<String> of(
      Look look, int frame, List<Running> running, Tally done, int planned, Duration since) {
    var lines = new ArrayList<String>();
    var sign = SPINNER.charAt(Math.floorMod(frame, SPINNER.length()));
    running.stream().limit(MAX_LINES).forEach(one -> lines.add(line(look, sign, one)));
    if (running.size() > MAX_LINES) {
      lines.add(look.paint(Ink.FAINT, "    … " + (running.size() - MAX_LINES) + " more"));
    }
    lines.add(foot(look, done, planned, since));
    return lines;
  }

  private static String line(Look look, char sign, Running one) {
    var columns = look.columns() - 1;
    var time = Columns.right(Amounts.duration(one.since()), 8);
    var nameColumns = columns * 2 / 5;
    var room = columns - nameColumns - 4 - 2 - 8 - 1;
    var name = Columns.left(Columns.head(look.line(one.title()), nameColumns), nameColumns);
    var step = Columns.left(Columns.head(look.line(one.step()), room), room);
    return "  "
        + look.paint(Ink.SENT, String.valueOf(sign))
        + " "
        + name
        + "  "
        + look.paint(Ink.FAINT, step + " " + time);
  }

  private static String foot(Look look, Tally done, int planned, Duration since) {
    var text =
        "    %d of %d done%s · %s"
            .formatted(
                done.all(),
                planned,
                done.isGood() ? "" : ", " + (done.failed() + done.broken()) + " bad",
                Amounts.duration(since));
    return look.paint(Ink.FAINT, Columns.head(text, look.columns() - 1));
  }
}
