package parley.workbench.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** The main states of the page, each held to AA and shown in {@code docs/images}. */
@InBrowser
final class ScreensTest {

  private static void connected(Rig rig) {
    rig.treeItem("Watch a price").click();
    rig.press("F5");
    assertThat(rig.treeItem("Watch a price, conversation, connected")).isVisible();
    rig.press("Alt+3");
    rig.press("Control+Enter");
    assertThat(rig.page().locator("parley-conversation-log")).containsText("update");
  }

  @Test
  void aConversation(Rig rig) {
    rig.examples().open();
    rig.treeItem("Two users").click();
    rig.press("F5");
    assertThat(rig.treeItem("Two users, conversation, connected")).isVisible();
    connected(rig);
    rig.press("Alt+1");
    rig.press("ArrowRight");
    assertThat(rig.treeItem("subscribe")).isVisible();
    rig.page().locator("parley-log-list").hover();
    rig.page().mouse().wheel(0, -100_000);
    rig.page().locator("parley-conversation-log").getByText("snapshot").click();
    assertThat(rig.page().locator("parley-detail-pane")).containsText("EUR-USD");
    rig.shot("conversation");
    Accessibility.check(rig.page());
    rig.size(2560, 1440);
    rig.shot("conversation-large");
    rig.size(1024, 700);
    rig.shot("conversation-small");
    Accessibility.check(rig.page());
    rig.size(640, 800);
    rig.tab("Log").click();
    assertThat(rig.page().locator("parley-conversation-log")).isVisible();
    rig.shot("narrow");
    Accessibility.check(rig.page());
  }

  @Test
  void aRefusedHandshake(Rig rig) {
    rig.examples().open();
    rig.treeItem("No token, no feed").click();
    rig.press("F5");
    assertThat(rig.treeItem("No token, no feed, conversation, refused")).isVisible();
    assertThat(rig.page().locator("parley-detail-pane")).containsText("401");
    rig.shot("refused");
    Accessibility.check(rig.page());
  }

  @Test
  void theEmptyFirstRun(Rig rig) {
    rig.open();
    assertThat(rig.named(AriaRole.HEADING, "Nothing here yet")).isVisible();
    rig.shot("first-run");
    Accessibility.check(rig.page());
  }

  @Test
  void theExamples(Rig rig) {
    rig.examples().open();
    assertThat(rig.named(AriaRole.HEADING, "Begin with an example")).isVisible();
    rig.shot("examples");
    Accessibility.check(rig.page());
  }

  @Test
  void aBrokenFile(Rig rig) {
    rig.file(
        "feed.ws.yaml",
        "name: Feed\nurl: ws://127.0.0.1:1/feed\nsteps:\n  - receive:\n    whithin: 5s\n");
    rig.open();
    rig.treeItem("feed").or(rig.treeItem("Feed")).first().click();
    rig.tab("File").first().click();
    assertThat(rig.page().locator("parley-file-tab")).containsText("whithin");
    rig.shot("broken-file");
    Accessibility.check(rig.page());
  }

  @Test
  void thePalette(Rig rig) {
    rig.examples().open();
    rig.press("Control+k");
    rig.type("pri");
    assertThat(rig.named(AriaRole.OPTION, "Watch a price").first()).isVisible();
    rig.shot("palette");
    Accessibility.check(rig.page());
  }
}
