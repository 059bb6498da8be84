package parley.benchmarks;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a page says of itself: frames, keys, memory. */
final class Probe {

  /** Told in every page before it begins. */
  private static final String SCRIPT =
      """
      window.deep = (selector, root = document) => root.querySelector(selector)
        ?? [...root.querySelectorAll('*')].reduce((found, one) => found ?? (one.shadowRoot && deep(selector, one.shadowRoot)), null);
      window.frames = (millis) => new Promise((done) => {
        const times = [];
        const began = performance.now();
        const frame = (now) => { times.push(now); now - began < millis ? requestAnimationFrame(frame) : done(times); };
        requestAnimationFrame(frame);
      });
      window.keys = [];
      addEventListener('keydown', (event) => {
        const painted = new MessageChannel();
        painted.port1.onmessage = () => keys.push(performance.now() - event.timeStamp);
        requestAnimationFrame(() => painted.port2.postMessage(0));
      }, true);
      """;

  private static final Set<String> WORK =
      Set.of("ScriptDuration", "RecalcStyleDuration", "LayoutDuration");

  private static final double FRAME_MILLIS = 1000.0 / 60;

  private final Page page;
  private final CDPSession chromium;

  private Probe(Page page) {
    this.page = page;
    this.chromium = page.context().newCDPSession(page);
  }

  static Probe on(Page page) {
    page.addInitScript(SCRIPT);
    return new Probe(page);
  }

  /** Watches frames for so long while {@code work} goes on, which has to end by itself. */
  String frames(int millis, Runnable work) {
    chromium.send("Performance.enable");
    var before = workMillis();
    page.evaluate("millis => { window.watched = frames(millis); }", millis);
    work.run();
    var times = (List<?>) page.evaluate("() => window.watched");
    var each = (workMillis() - before) / times.size();
    return dropped(times) + String.format(Locale.ROOT, ", %.1f ms of work for each", each);
  }

  /** What scripts, styles and layout have taken. */
  private double workMillis() {
    var sum = 0.0;
    for (var one : chromium.send("Performance.getMetrics").getAsJsonArray("metrics")) {
      var metric = one.getAsJsonObject();
      if (WORK.contains(metric.get("name").getAsString())) {
        sum += metric.get("value").getAsDouble();
      }
    }
    return sum * 1000;
  }

  /** A frame is dropped when the next one comes so late that there was time for another. */
  private static String dropped(List<?> times) {
    long lost = 0;
    double longest = 0;
    for (var i = 1; i < times.size(); i++) {
      var gap = number(times.get(i)) - number(times.get(i - 1));
      longest = Math.max(longest, gap);
      lost += Math.max(0, Math.round(gap / FRAME_MILLIS) - 1);
    }
    return String.format(
        Locale.ROOT,
        "%.1f %% dropped, longest %.0f ms",
        100.0 * lost / (times.size() + lost),
        longest);
  }

  /** The times from a key to what it painted, since this was asked last. */
  String keys() {
    var times =
        ((List<?>) page.evaluate("() => keys.splice(0)"))
            .stream().mapToDouble(Probe::number).sorted().toArray();
    return times.length == 0
        ? "no key was answered"
        : String.format(
            Locale.ROOT,
            "%d keys: median %.0f, 99 %% %.0f, longest %.0f ms",
            times.length,
            times[times.length / 2],
            times[(int) (times.length * 0.99)],
            times[times.length - 1]);
  }

  /** Of the page's scripts, garbage taken away, in megabytes. */
  double heapMegabytes() {
    chromium.send("HeapProfiler.collectGarbage");
    return chromium.send("Runtime.getHeapUsage", new JsonObject()).get("usedSize").getAsDouble()
        / 1e6;
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}
