package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import parley.model.outcome.Numbered;
import parley.model.transcript.Direction;
import parley.model.transcript.Entry;
import parley.model.transcript.Moment;
import parley.protocol.frame.Bytes;
import parley.store.History;
import parley.store.LogWatcher;
import parley.store.SessionStart;

/**
 * Who is not the user, and what is not the page, in a real browser. The rig fails a test, too,
 * whose page breaks its content policy.
 */
@InBrowser
final class SafetyTest {

  private static final String IMAGE = "<img src=x onerror=\"window.hacked='image'\">";
  private static final String SCRIPT = "<script>window.hacked='script'</script>";

  private static final String ATTACK =
      """
      <!doctype html><title>waiting</title><body><script type="module">
      const at = "WORKBENCH", found = {};
      const done = (name) => (value) => { found[name] = value; };
      const socket = (...protocols) => new Promise((resolve) => {
        const one = new WebSocket(at.replace("http", "ws") + "/api", protocols);
        one.onopen = () => resolve("opened");
        one.onerror = () => resolve("refused");
      });
      const element = (name, set) => new Promise((resolve) => {
        const one = Object.assign(document.createElement(name), set);
        one.onload = () => resolve("loaded");
        one.onerror = () => resolve("refused");
        document.body.append(one);
      });
      const text = (path, how) => fetch(at + path, how).then((answer) => answer.text(), () => "refused");
      await socket().then(done("socket"));
      await socket("parley", "none").then(done("socketWithSubprotocol"));
      await text("/", { credentials: "include" }).then(done("page"));
      await text("/key", { headers: { authorization: "Parley x" } }).then(done("key"));
      await text("/", { credentials: "include", mode: "no-cors" }).then(done("blind"));
      await element("script", { src: at + "/app.js" }).then(done("script"));
      await element("img", { src: at + "/icon.svg" }).then(done("image"));
      await element("link", { rel: "stylesheet", href: at + "/tokens.css" }).then(done("style"));
      const frame = document.createElement("iframe");
      frame.src = at + "/enter";
      document.body.append(frame);
      await new Promise((resolve) => { frame.onload = resolve; });
      window.found = found;
      document.title = "done";
      </script>
      """;

  private static String origin(Rig rig) {
    var url = URI.create(rig.workbench().url());
    return "http://" + url.getAuthority();
  }

  @Test
  void theTokenIsGoneFromTheAddressAtOnce(Rig rig) {
    var page = rig.open();
    assertThat(page.url()).isEqualTo(origin(rig) + "/");
    assertThat(page.evaluate("() => document.cookie")).isEqualTo("");
    var token = URI.create(rig.workbench().url()).getFragment();
    assertThat(
            page.evaluate("() => JSON.stringify({...localStorage, ...sessionStorage})").toString())
        .doesNotContain(token);
  }

  @Test
  void aSecondTabComesInWithoutTheToken(Rig rig) {
    var second = rig.open().context().newPage();
    second.navigate(origin(rig));
    assertThat(second.locator("parley-workbench[ready]")).isVisible();
  }

  @Test
  void whoeverHasNoTokenIsToldWhatToDo(Rig rig) {
    rig.open();
    try (var stranger = rig.page().context().browser().newContext()) {
      var page = stranger.newPage();
      for (var path : List.of("/", "/enter", "/enter#")) {
        page.navigate(origin(rig) + path);
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("This page has no key");
        assertThat(page.getByText("parley ui")).isVisible();
      }
    }
  }

  @Test
  void aTokenOfAnotherStartIsToldApart(Rig rig) {
    rig.open();
    var used = rig.workbench().urlOnce();
    try (var stranger = rig.page().context().browser().newContext()) {
      var page = stranger.newPage();
      page.navigate(used);
      assertThat(page.locator("parley-workbench[ready]")).isVisible();
    }
    try (var stranger = rig.page().context().browser().newContext()) {
      var page = stranger.newPage();
      for (var url : List.of(used, origin(rig) + "/enter#AAAAAAAAAAAAAAAAAAAAAAAA")) {
        page.navigate("about:blank");
        page.navigate(url);
        assertThat(page.getByRole(AriaRole.HEADING)).hasText("This key is not good any more");
        assertThat(page.url()).isEqualTo(origin(rig) + "/enter");
      }
    }
  }

  @Test
  void aPageWhoseServerWasStartedAnewIsLedToTheEntranceAndGoesOnByItself(Rig rig) {
    rig.open();
    try (var context = rig.page().context().browser().newContext()) {
      var page = context.newPage();
      page.navigate(rig.workbench().url());
      assertThat(page.locator("parley-workbench[ready]")).isVisible();
      context.clearCookies();
      page.evaluate("() => localStorage.clear()");
      page.reload();
      assertThat(page.getByRole(AriaRole.HEADING)).hasText("This page has no key");
      context.newPage().navigate(rig.workbench().url());
      assertThat(page.locator("parley-workbench[ready]")).isVisible();
    }
  }

  @Test
  void aPageOfAnotherSiteReachesNothing(Rig rig) {
    var workbench = rig.open();
    try (var site = new ForeignSite(ATTACK.replace("WORKBENCH", origin(rig)))) {
      for (var host : List.of("127.0.0.1", "localhost")) { // the same site to cookies, and another
        var page = workbench.context().newPage();
        page.navigate(site.url(host));
        page.waitForCondition(() -> page.title().equals("done"));
        assertThat((Map<?, ?>) page.evaluate("() => window.found"))
            .isEqualTo(
                Map.ofEntries(
                    Map.entry("socket", "refused"),
                    Map.entry("socketWithSubprotocol", "refused"),
                    Map.entry("page", "refused"),
                    Map.entry("key", "refused"),
                    Map.entry("blind", "refused"),
                    Map.entry("script", "refused"),
                    Map.entry("image", "refused"),
                    Map.entry("style", "refused")));
        assertThat(page.frames())
            .hasSize(2)
            .noneMatch(frame -> frame.url().startsWith(origin(rig)));
      }
    }
  }

  @Test
  void aHostileCollectionIsOnlyText(Rig rig) {
    var name = (IMAGE + SCRIPT).replace("\"", "\\\"");
    rig.file("parley.yaml", "name: \"" + name + "\"\n")
        .file(
            "evil.ws.yaml",
            """
            name: "%s"
            url: "ws://127.0.0.1:1/%s"
            docs: "%s [link](javascript:window.hacked='link') <a href=\\"javascript:1\\">x</a>"
            headers: { X-Evil: "%s" }
            messages: [ { name: "%s", text: "%s" } ]
            steps: [ { send: "%s" }, { "%s": 1 } ]
            """
                .formatted(name, "x", name, name, name, name, name, name));
    var page = rig.open();
    page.getByRole(AriaRole.TREEITEM).last().click();
    for (var shown : List.of("Headers", "Steps", "File")) {
      rig.tab(shown).click();
      assertThat(page.getByLabel(shown).last()).containsText("<img");
    }
    unharmed(page);
  }

  @Test
  void aMessageIsOnlyText(Rig rig) {
    seed(rig, IMAGE + SCRIPT, "{\"a\":\"" + SCRIPT + "\"}", "<svg onload=\"window.hacked=1\"/>");
    var page = rig.open();
    page.getByText("History", new Page.GetByTextOptions().setExact(true)).first().click();
    var session = page.getByRole(AriaRole.OPTION).first();
    assertThat(session).containsText("<img");
    session.dblclick();
    var rows = page.getByRole(AriaRole.GRID).getByRole(AriaRole.ROW);
    assertThat(rows).hasCount(3);
    for (var number = 0; number < 3; number++) {
      rows.nth(number).click();
      assertThat(page.getByLabel("Message").first())
          .containsText(Pattern.compile("<(img|script|svg)"));
    }
    unharmed(page);
  }

  @Test
  void whatAServerAnswersIsOnlyText(Rig rig) {
    try (var server = new HostileServer(IMAGE + SCRIPT)) {
      rig.file("parley.yaml", "name: Shop\n")
          .file("talks.ws.yaml", "name: Talks\nurl: " + server.url("/talks") + "\n")
          .file("refuses.ws.yaml", "name: Refuses\nurl: " + server.url("/refuses") + "\n");
      var page = rig.open();
      for (var name : List.of("Talks", "Refuses")) {
        rig.treeItem(name).click();
        rig.press("F5");
        var rows = page.getByRole(AriaRole.GRID).getByRole(AriaRole.ROW);
        var row = rows.filter(having(name.equals("Talks") ? "<img" : "403")).first();
        row.click();
        assertThat(row).hasAttribute("aria-selected", "true");
        assertThat(page.getByText(Pattern.compile("window.hacked")).first()).isVisible();
        unharmed(page);
      }
    }
  }

  private static Locator.FilterOptions having(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  /** A session of another day. */
  private static void seed(Rig rig, String... messages) {
    var folder = rig.folder().resolveSibling("state").resolve("history");
    var at = new Moment(Instant.parse("2026-11-01T12:00:00Z"), Duration.ZERO);
    try (var history = History.open(folder, _ -> {})) {
      var root = rig.folder().toString();
      var start =
          new SessionStart(root, "evil.ws.yaml", IMAGE, "ws://x/" + SCRIPT, IMAGE, at.time());
      var log = history.begin(start, LogWatcher.NONE);
      for (var number = 0; number < messages.length; number++) {
        var payload = Bytes.utf8(messages[number]);
        var carriage = new Entry.Carriage(1, payload.size(), false);
        log.append(
            new Numbered(
                number + 1,
                "",
                new Entry.Message(at, Direction.RECEIVED, true, payload, carriage)));
      }
      log.close();
    }
  }

  /** Nothing of somebody else's has run, and none of it has become an element. */
  private static void unharmed(Page page) {
    assertThat(page.evaluate("() => window.hacked")).isNull();
    assertThat(page.locator("img[src=x], svg[onload], a[href^=javascript]")).hasCount(0);
  }
}
