package parley.benchmarks;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import parley.workbench.Workbench;
import parley.workbench.WorkbenchSpec;

/** How the workbench's page does: {@code PORT RATE SECONDS FOLDER}, see {@code benchmarks/page}. */
public final class WorkbenchPage {

  /** The system's Chromium is used. */
  private static final Map<String, String> NO_DOWNLOAD =
      Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

  private final Page page;
  private final Probe probe;
  private final long expected;
  private final int seconds;

  private WorkbenchPage(Page page, long rate, int seconds) {
    this.page = page;
    this.probe = Probe.on(page);
    this.expected = rate * seconds;
    this.seconds = seconds;
  }

  /** Prints one line for each figure. */
  public static void main(String[] arguments) throws IOException {
    var rate = Long.parseLong(arguments[1]);
    var seconds = Integer.parseInt(arguments[2]);
    var work = Path.of(arguments[3]);
    var folder = Files.createDirectories(work.resolve("folder"));
    Files.writeString(
        folder.resolve("stream.ws.yaml"),
        "name: Stream\nurl: ws://127.0.0.1:%s/\n".formatted(arguments[0]));
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var spec =
        new WorkbenchSpec(folder, false, work.resolve("state"), address, Map.of(), "benchmark");
    try (var workbench = Workbench.open(spec);
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
        var browser = playwright.chromium().launch(chromium())) {
      var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1440, 900));
      var measured = new WorkbenchPage(page, rate, seconds);
      page.navigate(workbench.url());
      measured.run();
    }
  }

  private static BrowserType.LaunchOptions chromium() {
    var named = System.getenv().getOrDefault("PARLEY_CHROMIUM", "/usr/bin/chromium");
    return new BrowserType.LaunchOptions()
        .setExecutablePath(Path.of(named))
        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"));
  }

  private void run() {
    page.getByText("Stream", new Page.GetByTextOptions().setExact(true)).first().click();
    assertThat(page.getByText("Nothing has been said yet.")).isVisible(within(30));
    page.keyboard().press("F5");
    assertThat(page.locator("parley-log-list .row").first()).isVisible(within(30));
    stream();
    var end = page.locator("parley-log-list .row", withText("closed by the server"));
    assertThat(end.first()).isVisible(within(3 * seconds + 60));
    tell("page after the stream", "%.1f MB", probe.heapMegabytes());
    var rows = page.locator("parley-log-foot .totals b").innerText();
    tell("rows in the log", "%s", rows + " for " + expected + " messages");
    large();
    scroll();
    filter("\"bid\":1.4242,");
  }

  /** Keys are pressed while the stream comes in. */
  private void stream() {
    tell("page at the beginning", "%.1f MB", probe.heapMegabytes());
    tell("frames, following the tail", "%s", probe.frames(3000, () -> {}));
    page.locator("parley-log-list .scroller").focus();
    probe.keys();
    var end = System.nanoTime() + (seconds - 6) * 1_000_000_000L;
    for (var i = 0; System.nanoTime() < end; i++) {
      page.keyboard().press(i % 10 == 9 ? "End" : i % 2 == 0 ? "ArrowUp" : "PageUp");
      page.waitForTimeout(150);
    }
    page.keyboard().press("End");
    tell("from a key to its picture", "%s", probe.keys());
  }

  /** The last message has 16 MiB. */
  private void large() {
    page.keyboard().press("End");
    var row = page.locator("parley-log-list .row", withText("\"large\"")).first();
    var shown = page.locator("parley-body-view", withText("\"symbol\": \"EURUSD\"")).first();
    var took = new AtomicLong();
    var frames =
        probe.frames(
            4000,
            () -> {
              var began = System.nanoTime();
              row.click();
              assertThat(shown).isVisible(within(60));
              took.set(System.nanoTime() - began);
            });
    tell("a message of 16 MiB shown in", "%.2f s", took.get() / 1e9);
    tell("frames meanwhile", "%s", frames);
    page.keyboard().press("Escape");
    page.keyboard().press("End");
  }

  private void scroll() {
    tell("frames, doing nothing", "%s", probe.frames(3000, () -> {}));
    page.locator("parley-log-list .scroller").hover();
    tell("frames, by the wheel", "%s", probe.frames(6000, () -> wheel(6000)));
    tell("frames, all over the log", "%s", probe.frames(6000, this::jump));
    tell("page after scrolling", "%.1f MB", probe.heapMegabytes());
  }

  private void wheel(long millis) {
    var end = System.nanoTime() + millis * 1_000_000;
    while (System.nanoTime() < end) {
      page.mouse().wheel(0, -240);
    }
  }

  private void jump() {
    page.evaluate(
        """
        async () => {
          const box = deep('parley-log-list').shadowRoot.querySelector('.scroller');
          const end = performance.now() + 5500;
          for (let i = 0; performance.now() < end; i++) {
            box.scrollTop = box.scrollHeight * (i * 37 % 300) / 300;
            await new Promise(requestAnimationFrame);
          }
        }
        """);
  }

  private void filter(String text) {
    var began = System.nanoTime();
    page.getByLabel("Filter the log", new Page.GetByLabelOptions().setExact(true)).fill(text);
    assertThat(page.locator("parley-log-list mark").first()).isVisible(within(60));
    tell("first matches of a filter", "%.2f s", (System.nanoTime() - began) / 1e9);
    assertThat(page.locator("parley-log-foot progress")).isHidden(hiddenWithin(60));
    tell("all matches of a filter", "%.2f s", (System.nanoTime() - began) / 1e9);
  }

  private static Page.LocatorOptions withText(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static LocatorAssertions.IsVisibleOptions within(int seconds) {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(1000.0 * seconds);
  }

  private static LocatorAssertions.IsHiddenOptions hiddenWithin(int seconds) {
    return new LocatorAssertions.IsHiddenOptions().setTimeout(1000.0 * seconds);
  }

  private static void tell(String what, String format, Object value) {
    System.out.println(String.format("%-28s ", what) + String.format(Locale.ROOT, format, value));
  }
}
