package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import parley.workbench.Workbench;
import parley.workbench.WorkbenchSpec;

/**
 * A workbench on a folder of its own, and a page in a browser that shows it.
 *
 * <pre>
 *   rig.file("feed.ws.yaml", "url: ws://127.0.0.1:1");
 *   var page = rig.open();
 *   rig.treeItem("feed").click();
 *   rig.shot("refused");
 * </pre>
 *
 * Tests wait for what they see, never for time. A test fails, too, by what the page says on its
 * console as an error, such as a breach of its content policy.
 */
final class Rig {

  private static final double DEADLINE_MILLIS = 20_000;
  private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

  private final Browser browser;
  private final Path home;
  private final List<String> complaints = new ArrayList<>();
  private boolean examples;
  private Map<String, String> process = Map.of();
  private @Nullable Workbench workbench;
  private @Nullable BrowserContext context;
  private @Nullable Page page;

  Rig(Browser browser) {
    this.browser = browser;
    try {
      home = Files.createTempDirectory("parley-rig").toRealPath();
      Files.createDirectories(folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder that the workbench shows; empty at first. */
  Path folder() {
    return home.resolve("shop");
  }

  /** Where the workbench keeps its history, and what the page remembers. */
  Path state() {
    return home.resolve("state");
  }

  /** Writes a file of the folder. */
  Rig file(String path, String text) {
    try {
      var file = folder().resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a mock, {@code feed.mock.yaml}, that runs with the only environment: its address is
   * {@code base}.
   */
  Rig mock(String text) {
    return file("feed.mock.yaml", text)
        .file(
            "environments/local.yaml",
            "name: local\nmock: ../feed.mock.yaml\nvariables: { base: \"{{mock.url}}\" }\n");
  }

  /** The variables of the process that the workbench runs in; none at first. */
  Rig process(Map<String, String> variables) {
    process = variables;
    return this;
  }

  String read(String path) {
    try {
      return Files.readString(folder().resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean exists(String path) {
    return Files.exists(folder().resolve(path));
  }

  /** All files of the folder. */
  List<String> files() {
    try (var all = Files.walk(folder())) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder().relativize(file).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fills the folder with three of the bundled examples, so many as fit on the screen. */
  Rig examples() {
    examples = true;
    Stream.of("chat", "market", "voice").forEach(this::example);
    return this;
  }

  private void example(String name) {
    var from = REPOSITORY.resolve("examples");
    try (var all = Files.walk(from.resolve(name))) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        var to = folder().resolve(from.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the workbench and opens its page on a laptop's screen, 1440 by 900. */
  Page open() {
    return open(1440, 900);
  }

  Page open(int width, int height) {
    start();
    var options =
        new Browser.NewContextOptions()
            .setViewportSize(width, height)
            .setReducedMotion(ReducedMotion.REDUCE)
            .setAcceptDownloads(true);
    var fresh = browser.newContext(options);
    fresh.setDefaultTimeout(DEADLINE_MILLIS);
    fresh.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    context = fresh;
    var opened = fresh.newPage();
    page = opened;
    opened.onConsoleMessage(said -> complain(said.type(), said.text()));
    opened.onPageError(error -> complaints.add(error));
    opened.navigate(workbench().url());
    ready();
    return opened;
  }

  private void complain(String type, String text) {
    if (type.equals("error") && !text.contains("ERR_CONNECTION_REFUSED")) {
      complaints.add(text);
    }
  }

  private void start() {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try {
      workbench =
          Workbench.open(
              new WorkbenchSpec(folder(), examples, state(), address, process, "1.0-test"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void ready() {
    assertThat(page().locator("parley-workbench[ready]")).isVisible();
  }

  Page page() {
    return present(page);
  }

  Workbench workbench() {
    return present(workbench);
  }

  private static <T> T present(@Nullable T one) {
    if (one == null) {
      throw new IllegalStateException("open the rig first");
    }
    return one;
  }

  /** As a person does who presses reload. */
  void reload() {
    page().reload();
    ready();
  }

  /**
   * Ends the workbench and starts it anew, with the folder and the state as they are: once the page
   * says that all is saved, for it is another page that comes back.
   */
  void restart() {
    var foot = page().getByRole(AriaRole.CONTENTINFO);
    foot.getByText("saved", new Locator.GetByTextOptions().setExact(true)).waitFor();
    workbench().close();
    start();
    page().navigate(workbench().url());
    ready();
  }

  Locator button(String name) {
    return named(AriaRole.BUTTON, name);
  }

  Locator tab(String name) {
    return starting(AriaRole.TAB, name);
  }

  Locator treeItem(String name) {
    return starting(AriaRole.TREEITEM, name).first();
  }

  /** A name is followed by its state. */
  private Locator starting(AriaRole role, String name) {
    var pattern = Pattern.compile("^" + name.replaceAll("[^\\w ,]", ".") + "(,|$)");
    return page().getByRole(role, new Page.GetByRoleOptions().setName(pattern));
  }

  /** What has that role and a name that holds the text. */
  Locator named(AriaRole role, String name) {
    return page().getByRole(role, new Page.GetByRoleOptions().setName(name));
  }

  /** Makes the window so large, and lets the page lay itself out for it. */
  void size(int width, int height) {
    page().setViewportSize(width, height);
    page()
        .evaluate(
            "() => new Promise((done) => requestAnimationFrame(() =>"
                + " requestAnimationFrame(done)))");
  }

  void press(String keys) {
    page().keyboard().press(keys);
  }

  void type(String text) {
    page().keyboard().type(text);
  }

  /**
   * Writes {@code docs/images/NAME-light.png} and {@code -dark.png}, when {@code
   * -Dscreenshots.write=true}.
   */
  void shot(String name) {
    if (!Boolean.getBoolean("screenshots.write")) {
      return;
    }
    for (var theme : List.of("light", "dark")) {
      page().evaluate("theme => document.documentElement.dataset.theme = theme", theme);
      var file = REPOSITORY.resolve("docs").resolve("images").resolve(name + "-" + theme + ".png");
      page().screenshot(new Page.ScreenshotOptions().setPath(file));
    }
  }

  /** Ends all. Of a test that failed, a picture is kept under its name. */
  void end(String failed) {
    if (context != null) {
      if (!failed.isEmpty()) {
        var file = Path.of("target", "browser", failed + ".png");
        page().screenshot(new Page.ScreenshotOptions().setPath(file));
      }
      context.close();
    }
    if (workbench != null) {
      workbench.close();
    }
    delete();
    if (failed.isEmpty() && !complaints.isEmpty()) {
      throw new AssertionError("the page said on its console: " + complaints);
    }
  }

  /** What the page remembers may still be on its way to the disk: then it is deleted again. */
  private void delete() {
    for (var tries = 1; Files.exists(home); tries++) {
      try (var all = Files.walk(home)) {
        for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (DirectoryNotEmptyException | UncheckedIOException late) {
        if (tries == 10) {
          throw new IllegalStateException("the folder of the test cannot be deleted", late);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
