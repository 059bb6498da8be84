package parley.cli.run;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.cli.shell.Shell;
import parley.report.test.LiveText;
import parley.report.test.Look;
import parley.report.test.Tally;

/**
 * The lines at the foot of the terminal that say what runs at the moment; they are taken away
 * before anything else is printed. {@link #began}, {@link #step} and {@link #ended} may be called
 * by any thread, the others by one.
 */
final class LiveArea {

  /** What is running, and since when. */
  private record Running(String title, String step, long sinceNanos) {}

  private static final String END_OF_LINE = "\u001b[K\n";

  private final Shell shell;
  private final long beganNanos = System.nanoTime();
  private final Map<String, Running> running = new LinkedHashMap<>();
  private int drawn;
  private int frame;

  LiveArea(Shell shell) {
    this.shell = shell;
  }

  synchronized void began(String title) {
    running.put(title, new Running(title, "", System.nanoTime()));
  }

  synchronized void step(String title, String label) {
    running.computeIfPresent(title, (_, one) -> new Running(one.title(), label, one.sinceNanos()));
  }

  synchronized void ended(String title) {
    running.remove(title);
  }

  private synchronized List<LiveText.Running> now() {
    var nanos = System.nanoTime();
    return running.values().stream()
        .map(one ->
            new LiveText.Running(
                one.title(), one.step(), Duration.ofNanos(nanos - one.sinceNanos())))
        .toList();
  }

  /** Takes the lines away. */
  void clear() {
    if (drawn > 0) {
      shell.complain(up() + "\u001b[J");
      drawn = 0;
    }
  }

  /** Draws them over what was drawn before. */
  void draw(Look look, Tally done, int planned) {
    var since = Duration.ofNanos(System.nanoTime() - beganNanos);
    var lines = LiveText.of(look, frame++, now(), done, planned, since);
    var text = new StringBuilder(up());
    lines.forEach(line -> text.append(line).append(END_OF_LINE));
    shell.complain(text.append("\u001b[J").toString());
    drawn = lines.size();
  }

  /** To the first line drawn; from the first column, as a terminal shows {@code ^C} where it is. */
  private String up() {
    return drawn == 0 ? "\r" : "\r\u001b[" + drawn + "A";
  }
}
