package parley.workbench.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's Chromium, one for all tests of a JVM; Playwright fetches none. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /** Generous: a machine may have other things to do. */
  private static final double DEADLINE_MILLIS = 20_000;

  static Chromium launch(Path program) {
    var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    PlaywrightAssertions.setDefaultAssertionTimeout(DEADLINE_MILLIS);
    var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    var options =
        new LaunchOptions()
            .setExecutablePath(program)
            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"));
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  /** The one that {@code PARLEY_CHROMIUM} names, or else the first on the path. */
  static Optional<Path> find() {
    var named = Stream.ofNullable(System.getenv("PARLEY_CHROMIUM")).map(Path::of);
    return Stream.concat(named, onPath()).filter(Files::isExecutable).findFirst();
  }

  private static Stream<Path> onPath() {
    var folders =
        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1);
    return NAMES.stream().flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)));
  }

  @Override
  public void close() {
    playwright.close();
  }
}
